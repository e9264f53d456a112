package org.fingerpost.formats.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fingerpost.formats.model.ConfigRequest.BINARY;
import static org.fingerpost.formats.model.ConfigRequest.GENERIC_XML;
import static org.fingerpost.formats.model.ConfigRequest.MODEL_XML;
import static org.fingerpost.formats.model.ConfigRequest.OWN_XML;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "phone GXP1",
                "model",
                "model A",
                "family F",
                "family F later",
                "family F old binary",
                "family F later fax"
            })
    void brokenLineStopsTheStart(String line) {
        assertThatThrownBy(() -> new ModelFile("models").read(List.of("# comment", "", line)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("models line 3: ");
    }

    @Test
    void modelListedTwiceStopsTheStart() {
        var lines = List.of("family F later binary", "model GXP-1", "model gxp1");
        assertThatThrownBy(() -> new ModelFile("models").read(lines))
                .hasMessageContaining("line 3: listed twice");
    }

    @Property
    void anyTextIsLookedUpWithoutAnException(@ForAll String name) {
        DeviceModels.find(name).ifPresent(model -> assertThat(name).isNotEmpty());
    }

    private static List<ConfigRequest> order(String model) {
        return DeviceModels.find(model).orElseThrow().family().order();
    }

    private static List<String> firmware(String model) {
        return DeviceModels.find(model).orElseThrow().firmwareFiles();
    }
}
