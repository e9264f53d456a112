package org.fingerpost.formats.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fingerpost.formats.model.ConfigRequest.BINARY;
import static org.fingerpost.formats.model.ConfigRequest.GENERIC_XML;
import static org.fingerpost.formats.model.ConfigRequest.MODEL_XML;
import static org.fingerpost.formats.model.ConfigRequest.OWN_XML;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.fingerpost.formats.datafile.DataFile;
import org.fingerpost.formats.datafile.DataFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceModelsTest {

    @ParameterizedTest
    @ValueSource(strings = {"GXP2160", "gxp2160", "GXP-2160", "gXp2160"})
    void modelIsFoundInAnyCaseAndNamedInOne(String name) {
        assertThat(DeviceModels.find(name)).get().hasToString("GXP2160");
    }

    @Test
    void unknownModelIsNotFound() {
        assertThat(DeviceModels.find("GXP9999")).isEmpty();
        assertThat(DeviceModels.find("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "BT100, BT, true",
        "HT286, HT4xx, true",
        "HT502, HT50x, true",
        "HT704, HT70x, true",
        "HT801, HT80x, true",
        "HT801V2, HT80xV2, false",
        "GXP2000, GXP20xx, true",
        "GXP1405, GXP14xx, true",
        "GXP2120, GXP210x, true",
        "GXP1628, GXP16xx, false",
        "GXP2160, GXP21xx, false",
        "GRP2601W, GRP260x, false",
        "GRP2614, GRP261x, false",
        "GXV3140, GXV31xx, true",
        "GXV3370, GXV33xx, false",
        "GXW4008, GXW40xx, true",
        "GXW4248, GXW42xx, true",
        "DP715, DP71x, true",
        "DP750, DP75x, false",
        "WP820, WP8xx, false",
        "GHP621W, GHP6xx, false"
    })
    void everyFamilyIsThereWithItsGeneration(String model, String family, boolean firstGeneration) {
        Family found = DeviceModels.find(model).orElseThrow().family();
        assertThat(found.name()).isEqualTo(family);
        assertThat(found.firstGeneration()).isEqualTo(firstGeneration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BT100 BT101 BT102 BT110 BT200 BT201",
                "GXP1100 GXP1105 GXP1160 GXP1165 GXP1400 GXP1405 GXP1450",
                "GXP2100 GXP2110 GXP2120 GXP2124 GXP2130 GXP2135 GXP2140 GXP2160 GXP2170",
                "GXV3140 GXV3175 GXV3175v2 GXV3240 GXV3275 GXV3370 GXV3380 GXV3450 GXV3480",
                "HT502 HT503 HT701 HT702 HT704 HT801 HT802 HT812 HT813 HT814 HT818",
                "HT801V2 HT802V2 HT812V2 HT814V2 HT818V2 GXW4004 GXW4008 GXW4216 GXW4248",
                "DP710 DP715 DP750 DP752 DP755 DP760 WP810 WP820 WP822 WP825 GHP610 GHP621W",
                "GXP280 GXP285 GXP1200 GXP2000 GXP2010 GXP2020 GXP1610 GXP1628 GXP1630",
                "GXP1760 GXP1780 GXP1782 GRP2601 GRP2602 GRP2603 GRP2604 GRP2612 GRP2613",
                "GRP2614 GRP2615 GRP2616 GRP2624 GRP2634 GRP2636 GRP2650 GRP2670"
            })
    void modelsOfTheGuideAndLaterOnesAreThere(String names) {
        assertThat(names.split(" "))
                .allSatisfy(name -> assertThat(DeviceModels.find(name)).as(name).isPresent());
    }

    @Test
    void familiesAskInTheirOwnOrder() {
        assertThat(order("GXP1405")).containsExactly(BINARY, OWN_XML, GENERIC_XML);
        assertThat(order("GXP2160")).containsExactly(BINARY, OWN_XML, MODEL_XML, GENERIC_XML);
        assertThat(order("HT801V2")).containsExactly(OWN_XML, BINARY, MODEL_XML, GENERIC_XML);
        assertThat(DeviceModels.find("HT286").orElseThrow().family().readsXml()).isFalse();
    }

    @Test
    void firmwareIsAskedForUnderAttestedNames() {
        assertThat(firmware("BT100"))
                .containsExactly("boot.bin", "bt-110.bin", "html110.bin", "vocbt.bin", "vp.bin");
        assertThat(firmware("GXP2160")).containsExactly("gxp2160fw.bin");
        assertThat(firmware("HT802V2")).containsExactly("ht80xv2fw.bin");
        assertThat(firmware("GRP2614")).containsExactly("grp2610fw.bin");
        assertThat(firmware("HT286")).isEmpty();
    }

    @Test
    void firmwareNamesArePlainFileNames() {
        assertThat(DeviceModels.all()).hasSizeGreaterThan(100);
        for (DeviceModel model : DeviceModels.all()) {
            for (String name : model.firmwareFiles()) {
                assertThat(name).as(model.name()).matches("[a-z0-9-]+\\.bin");
            }
        }
    }

    @Test
    void familyIsFoundByItsNameOrOneOfItsModels() {
        Family found = DeviceModels.familyOf("ht80X").orElseThrow();
        assertThat(found.name()).isEqualTo("HT80x");
        assertThat(DeviceModels.familyOf("ht-801")).contains(found);
        assertThat(DeviceModels.familyOf("HT9")).isEmpty();
    }

    @Test
    void familiesSayWhatTheyRead() {
        assertThat(family("GXP1405").xmlVersions()).containsExactly(1);
        assertThat(family("GRP2614").xmlVersions()).containsExactly(1, 2);
        assertThat(family("HT286").xmlVersions()).isEmpty();
        assertThat(family("GXP1405").sealDigest()).contains("MD5");
        assertThat(family("HT286").sealDigest()).isEmpty();
        assertThat(family("GXP1405").readsBinary()).isTrue();
    }

    @Test
    void familiesSayWhatTheyTakeFromDhcp() {
        assertThat(family("HT502").dhcp()).isEqualTo(new DhcpOptions(List.of(66), true));
        assertThat(family("GXP1405").dhcp().numbers()).containsExactly(43, 66);
        assertThat(family("GRP2614").dhcp().numbers()).containsExactly(43, 66, 150, 160);
        assertThat(family("BT200").dhcp().urlIn66()).isFalse();
    }

    @Test
    void everyModelBelongsToAFamilyThatIsListed() {
        assertThat(DeviceModels.families()).hasSizeGreaterThan(25).doesNotHaveDuplicates();
        assertThat(DeviceModels.all())
                .allSatisfy(model -> assertThat(DeviceModels.families()).contains(model.family()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<phone name='GXP1'/>",
                "<family name='F' generation='later' dhcp-options='66'"
                        + " option-66='url'><model/></family>",
                "<family name='F' generation='old' order='binary' dhcp-options='66'"
                        + " option-66='url'/>",
                "<family name='F' generation='later' order='fax' dhcp-options='66'"
                        + " option-66='url'/>",
                "<family name='F' generation='later' order='binary' dhcp-options='x'"
                        + " option-66='url'/>",
                "<group name='G' families='None'/>"
            })
    void brokenLineStopsTheStart(String line) {
        assertThatThrownBy(() -> read("\n\n" + line))
                .isInstanceOf(DataFileException.class)
                .hasMessageStartingWith("models line 3: ");
    }

    @Test
    void modelListedTwiceStopsTheStart() {
        String twice =
                """

                <family name='F' generation='later' order='binary' dhcp-options='66' option-66='url'>
                <model name='GXP-1'/>
                <model name='gxp1'/></family>
                """;
        assertThatThrownBy(() -> read(twice)).hasMessageContaining("line 4: listed twice");
    }

    @Property
    void anyTextIsLookedUpWithoutAnException(@ForAll String name) {
        DeviceModels.find(name).ifPresent(model -> assertThat(name).isNotEmpty());
    }

    private static void read(String inside) {
        String file = "<models>" + inside + "</models>";
        new ModelReader(DataFile.read("models", file.getBytes(StandardCharsets.UTF_8)));
    }

    private static Family family(String model) {
        return DeviceModels.find(model).orElseThrow().family();
    }

    private static List<ConfigRequest> order(String model) {
        return DeviceModels.find(model).orElseThrow().family().order();
    }

    private static List<String> firmware(String model) {
        return DeviceModels.find(model).orElseThrow().firmwareFiles();
    }
}
