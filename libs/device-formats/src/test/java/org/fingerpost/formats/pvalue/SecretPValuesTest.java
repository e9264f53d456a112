package org.fingerpost.formats.pvalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretPValuesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P1", "P2", "P34", "P83", "P196", "P242", "P279", "P281", "P406", "P506", "P606",
                "P706", "P734", "P806", "P906", "P1006", "P1359", "P1361", "P1383", "P1706",
                "P1806", "P4120", "P4135", "P4149", "P4244", "P4505", "P4512", "P4553", "P6714",
                "P6769", "P7829", "P7903", "P8024", "P8221", "P8395", "P8396", "P8404", "P8431",
                "P8472", "P21128", "P21143", "P21908", "P22022", "P22430"
            })
    void passwordsKeysAndPinsAreSecret(String name) {
        assertThat(PValue.parse(name).isSecret()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P3", "P30", "P35", "P36", "P47", "P145", "P192", "P193", "P194", "P212", "P232",
                "P237", "P270", "P271", "P1360", "P2386", "P4119", "P4150", "P6767", "P6768",
                "P8463", "P22296", "P999999"
            })
    void whatARedirectOrAPlainConfigurationNeedsIsNotSecret(String name) {
        assertThat(PValue.parse(name).isSecret()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P2",
                "P2 ",
                "password",
                "p2 x",
                "P2-P1 x",
                "P2-P2 x",
                "P1-P2-P3 x",
                "P1, P2 x"
            })
    void lineWithoutNameOrReasonStopsTheStart(String line) {
        assertThatThrownBy(() -> SecretPValues.read(List.of("# comment", "", line)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("line 3");
    }

    @Test
    void lineOutOfOrderStopsTheStart() {
        assertThatThrownBy(() -> SecretPValues.read(List.of("P2-P9 x", "P9 y")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("out of order");
    }

    @Test
    void rangeHoldsBothItsEnds() {
        assertThat(SecretPValues.read(List.of("P3-P5 x", "P7 y")).stream())
                .containsExactly(3, 4, 5, 7);
    }
}
