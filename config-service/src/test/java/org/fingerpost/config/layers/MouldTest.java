package org.fingerpost.config.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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
import org.fingerpost.formats.xml.ProvisioningXml;

class MouldTest {
    private static final DeviceModel PHONE = DeviceModels.find("GXP2160").orElseThrow();
    private static final MacAddress MAC = MacAddress.parse("000b82000001");

    /** P34 and P2 are secrets. Few numbers, so that the layers meet. */
    private static final List<String> NUMBERS = List.of("P2", "P34", "P35", "P47", "P237", "P270");

    private static final List<String> TEXTS =
            List.of("", "a", "<&\r\n\"'>", "Zoë 電話 📞", "${user}", "x${user}y${mac}", "$${no}");

    @Provide
    Arbitrary<List<Setting>> settings() {
        return Combinators.combine(Arbitraries.of(NUMBERS), Arbitraries.of(TEXTS))
                .as((p, text) -> new Setting(PValue.parse(p), text))
                .list()
                .ofMaxSize(8);
    }

    @Property(tries = 500)
    void aMouldMakesTheBytesOfTheSettingsThatAreTold(
            @ForAll("settings") List<Setting> sheet,
            @ForAll("settings") List<Setting> own,
            @ForAll("settings") List<Setting> account,
            @ForAll("settings") List<Setting> last) {
        Stack stack = stack(sheet);
        DeviceSheet device = device(PValues.of(own), PValues.of(account));
        List<Told> told = Told.of(stack, device);

        Filling filling = Mould.of(stack).fill(device);
        PValues expected = Told.settings(told);
        assertThat(filling.settings()).isEqualTo(expected);
        assertThat(filling.xml(MAC)).isEqualTo(ProvisioningXml.write(MAC, expected));
        assertThat(filling.holdsSecret()).isEqualTo(Told.holdSecret(told));
        NUMBERS.stream()
                .map(PValue::parse)
                .forEach(p -> assertThat(filling.get(p)).isEqualTo(expected.get(p)));

        Filling more = filling.with(PValues.of(last));
        PValues complete = expected.with(PValues.of(last));
        assertThat(more.xml(MAC)).isEqualTo(ProvisioningXml.write(MAC, complete));
        assertThat(filling.settings()).as("the first is as it was").isEqualTo(expected);
    }

    private static Stack stack(List<Setting> settings) {
        List<OpenSheet.Line> lines = new ArrayList<>();
        for (Setting each : PValues.of(settings)) {
            lines.add(new OpenSheet.Line(each.p(), HoleText.parse(each.value())));
        }
        SheetName name = SheetName.parse("provider");
        OpenSheet sheet = new OpenSheet(name, 1, "test", List.of(), lines, Map.of());
        Shelf shelf =
                new Shelf() {
                    @Override
                    public Optional<FirmwareOffer> firmware(long provider, DeviceModel model) {
                        return Optional.empty();
                    }

                    @Override
                    public Optional<OpenSheet> sheet(long owner, SheetName asked) {
                        return Optional.of(sheet).filter(it -> owner == 7 && asked.equals(name));
                    }

                    @Override
                    public Optional<GroupPlace> group(long provider, String group) {
                        return Optional.empty();
                    }
                };
        return Stack.of(shelf, 7, PHONE, Optional.empty());
    }

    private static DeviceSheet device(PValues own, PValues account) {
        TreeMap<Integer, PValues> accounts = new TreeMap<>(Map.of(1, account));
        return new DeviceSheet(
                MAC,
                PHONE,
                Optional.empty(),
                own,
                Map.of("user", new Variable("2001", true)),
                accounts,
                1,
                "provider/7");
    }
}
