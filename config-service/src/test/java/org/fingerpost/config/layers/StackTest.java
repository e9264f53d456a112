package org.fingerpost.config.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fingerpost.config.layers.shelves.FirmwareOffer;
import org.fingerpost.config.layers.shelves.OpenSheet;
import org.fingerpost.config.layers.shelves.SheetName;
import org.fingerpost.config.layers.shelves.Shelf;
import org.fingerpost.config.layers.variables.HoleText;
import org.fingerpost.config.layers.variables.Variable;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.model.DeviceModel;
import org.fingerpost.formats.model.DeviceModels;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;
import org.junit.jupiter.api.Test;

class StackTest {
    private static final DeviceModel PHONE = DeviceModels.find("GXP2160").orElseThrow();
    private static final long ACME = 7;

    private final Map<String, OpenSheet> sheets = new HashMap<>();
    private final Map<String, Shelf.GroupPlace> groups = new HashMap<>();
    private FirmwareOffer offered;
    private final Shelf shelf =
            new Shelf() {
                @Override
                public Optional<OpenSheet> sheet(long owner, SheetName name) {
                    return Optional.ofNullable(sheets.get(owner + "/" + name));
                }

                @Override
                public Optional<FirmwareOffer> firmware(long provider, DeviceModel model) {
                    return Optional.ofNullable(offered);
                }

                @Override
                public Optional<GroupPlace> group(long provider, String name) {
                    return Optional.ofNullable(groups.get(name));
                }
            };

    private void sheet(long owner, String name, List<String> templates, String... pairs) {
        List<OpenSheet.Line> lines = new ArrayList<>();
        Map<String, Variable> variables = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i].startsWith("$")) {
                variables.put(pairs[i].substring(1), new Variable(pairs[i + 1], false));
            } else {
                lines.add(new OpenSheet.Line(PValue.parse(pairs[i]), HoleText.parse(pairs[i + 1])));
            }
        }
        SheetName sheet = SheetName.parse(name);
        sheets.put(
                owner + "/" + sheet, new OpenSheet(sheet, 1, "test", templates, lines, variables));
    }

    private void group(String name, String parent) {
        groups.put(name, new Shelf.GroupPlace(name, Optional.ofNullable(parent)));
    }

    @Test
    void firmwareIsNearerThanTheProviderAndFartherThanItsGroups() {
        sheet(ACME, "provider", List.of(), "P192", "old.example", "P233", "_1.0.1");
        sheet(ACME, "group/lab", List.of(), "P233", "_1.0.3");
        group("lab", null);
        offered =
                new FirmwareOffer(
                        12,
                        "1.0.2",
                        PValues.of(
                                new Setting(PValue.parse("P192"), "fw.example"),
                                new Setting(PValue.parse("P233"), "${no.hole}")));

        Stack outside = Stack.of(shelf, ACME, PHONE, Optional.empty());
        Stack inside = Stack.of(shelf, ACME, PHONE, Optional.of("lab"));

        assertThat(outside.common().get(PValue.parse("P192"))).contains("fw.example");
        assertThat(outside.common().get(PValue.parse("P233"))).contains("${no.hole}");
        assertThat(outside.find(PValue.parse("P192")).orElseThrow().origin())
                .isEqualTo(new Origin("firmware", "", 12, "version 1.0.2"));
        assertThat(inside.common().get(PValue.parse("P233"))).contains("_1.0.3");
    }

    private static DeviceSheet device(
            Optional<String> group, PValues settings, Map<String, Variable> variables) {
        return new DeviceSheet(
                MacAddress.parse("000b82000001"),
                PHONE,
                group,
                settings,
                variables,
                new TreeMap<>(),
                5,
                "provider/7");
    }

    private List<Told> told(DeviceSheet device) {
        Stack stack = Stack.of(shelf, ACME, PHONE, device.group());
        List<Told> told = Told.of(stack, device);
        // A mould says less, and what it says is the same.
        Filling filling = Mould.of(stack).fill(device);
        assertThat(filling.settings()).isEqualTo(Told.settings(told));
        assertThat(filling.holdsSecret()).isEqualTo(Told.holdSecret(told));
        return told;
    }

    private String layerOf(String p, DeviceSheet device) {
        return told(device).stream()
                .filter(each -> each.setting().p().toString().equals(p))
                .map(each -> each.origin().layer())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theNearerLayerWins() {
        String family = PHONE.family().name();
        group("berlin", null);
        group("floor2", "berlin");
        List<String> layers =
                List.of(
                        "0/platform",
                        "0/family/" + family,
                        "0/model/GXP2160",
                        "7/family/" + family,
                        "7/model/GXP2160",
                        "7/provider",
                        "7/group/berlin",
                        "7/group/floor2");
        DeviceSheet phone = device(Optional.of("floor2"), PValues.none(), Map.of());
        for (String layer : layers) {
            String[] parts = layer.split("/", 2);
            sheet(Long.parseLong(parts[0]), parts[1], List.of(), "P47", layer);

            assertThat(told(phone))
                    .singleElement()
                    .extracting(told -> told.setting().value())
                    .isEqualTo(layer);
            assertThat(layerOf("P47", phone)).isEqualTo(parts[1]);
        }
        PValues own = PValues.builder().put("P47", "mine").build();
        assertThat(layerOf("P47", device(Optional.of("floor2"), own, Map.of())))
                .isEqualTo("device");
    }

    @Test
    void anAccountsSettingsWinOverTheDevices() {
        PValues own = PValues.builder().put("P35", "device").build();
        var accounts = new TreeMap<Integer, PValues>();
        accounts.put(1, PValues.builder().put("P35", "account").build());
        DeviceSheet phone =
                new DeviceSheet(
                        MacAddress.parse("000b82000001"),
                        PHONE,
                        Optional.empty(),
                        own,
                        Map.of(),
                        accounts,
                        5,
                        "a");

        assertThat(Told.settings(told(phone)).get(PValue.parse("P35"))).contains("account");
        assertThat(layerOf("P35", phone)).isEqualTo("account/1");
    }

    @Test
    void aPValueStaysWhereItWasSaidFirst() {
        sheet(0, "platform", List.of(), "P3", "a", "P2350", "b", "P47", "c");
        sheet(ACME, "provider", List.of(), "P64", "d", "P3", "e");
        PValues own = PValues.builder().put("P47", "f").put("P33", "g").build();

        assertThat(told(device(Optional.empty(), own, Map.of())))
                .extracting(told -> told.setting().p() + "=" + told.setting().value())
                .containsExactly("P3=e", "P2350=b", "P47=f", "P64=d", "P33=g");
    }

    @Test
    void templatesComeBeforeTheSettingsOfTheLayerThatUsesThem() {
        sheet(0, "template/base", List.of(), "P47", "operator's", "P64", "operator's");
        sheet(0, "template/far", List.of(), "P3", "operator's");
        sheet(ACME, "template/base", List.of(), "P47", "own", "P64", "own");
        sheet(ACME, "provider", List.of("base", "far"), "P64", "layer's");

        List<Told> told = told(device(Optional.empty(), PValues.none(), Map.of()));

        assertThat(told)
                .extracting(each -> each.setting().p() + "=" + each.setting().value())
                .containsExactly("P47=own", "P64=layer's", "P3=operator's");
        assertThat(told.getFirst().origin()).isEqualTo(new Origin("provider", "base", 1, "test"));
    }

    @Test
    void holesAreFilledByTheNearestVariable() {
        sheet(0, "platform", List.of(), "P47", "${sip.server}", "$sip.server", "far.example");
        sheet(ACME, "provider", List.of(), "P3", "${mac} ${model}");
        DeviceSheet plain = device(Optional.empty(), PValues.none(), Map.of());
        DeviceSheet own =
                device(
                        Optional.empty(),
                        PValues.none(),
                        Map.of("sip.server", new Variable("near.example", false)));

        assertThat(Told.settings(told(plain)).get(PValue.parse("P47"))).contains("far.example");
        assertThat(Told.settings(told(own)).get(PValue.parse("P47"))).contains("near.example");
        assertThat(Told.settings(told(own)).get(PValue.parse("P3")))
                .contains("000b82000001 GXP2160");
    }

    @Test
    void aHoleThatNobodyFillsIsNamedUnlessTheDeviceSaysOtherwiseAnyway() {
        sheet(ACME, "provider", List.of(), "P35", "${account.1.user}");

        assertThatThrownBy(() -> told(device(Optional.empty(), PValues.none(), Map.of())))
                .isInstanceOf(UnfilledException.class)
                .hasMessageContaining("P35 of provider")
                .hasMessageContaining("${account.1.user}");
        PValues own = PValues.builder().put("P35", "2001").build();
        assertThat(told(device(Optional.empty(), own, Map.of()))).hasSize(1);
    }

    @Test
    void whatIsFilledWithASecretIsOne() {
        sheet(ACME, "provider", List.of(), "P3", "${door.pin}");
        DeviceSheet phone =
                device(
                        Optional.empty(),
                        PValues.none(),
                        Map.of("door.pin", new Variable("4711", true)));

        assertThat(Told.holdSecret(told(phone))).isTrue();
        assertThat(told(phone).toString()).doesNotContain("4711");
    }

    @Test
    void aGroupOrTemplateThatIsNotThereIsSaid() {
        assertThatThrownBy(() -> Stack.of(shelf, ACME, PHONE, Optional.of("nowhere")))
                .isInstanceOf(MissingSheetException.class)
                .hasMessageContaining("nowhere");
        sheet(ACME, "provider", List.of("lost"));
        assertThatThrownBy(() -> Stack.of(shelf, ACME, PHONE, Optional.empty()))
                .hasMessageContaining("lost");
        group("a", "b");
        group("b", "a");
        assertThatThrownBy(() -> Stack.groups(shelf, ACME, Optional.of("a")))
                .hasMessageContaining("lies in itself");
    }
}
