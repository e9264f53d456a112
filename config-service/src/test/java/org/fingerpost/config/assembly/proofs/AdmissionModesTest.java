package org.fingerpost.config.assembly.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.rule.Span;
import org.junit.jupiter.api.Test;

class AdmissionModesTest {
    private final AdmissionModes modes =
            new AdmissionModes(
                    AdmissionMode.TOKEN,
                    Map.of("berlin", AdmissionMode.BASIC, "mitte", AdmissionMode.WINDOW),
                    List.of(Span.parse("000b82000010", "000b8200001f")));

    @Test
    void theNearestGroupThatSaysSomethingDecides() {
        assertThat(modes.of(List.of("mitte", "berlin"))).isEqualTo(AdmissionMode.WINDOW);
        assertThat(modes.of(List.of("lab", "berlin"))).isEqualTo(AdmissionMode.BASIC);
    }

    @Test
    void whoIsInNoGroupThatSaysSomethingFollowsTheProvider() {
        assertThat(modes.of(List.of())).isEqualTo(AdmissionMode.TOKEN);
        assertThat(modes.of(List.of("lab"))).isEqualTo(AdmissionMode.TOKEN);
    }

    @Test
    void whereNothingIsSaidTheWindowHolds() {
        assertThat(AdmissionModes.UNSAID.of(List.of("berlin"))).isEqualTo(AdmissionMode.WINDOW);
        assertThat(AdmissionModes.UNSAID.askForLogins()).isFalse();
        assertThat(AdmissionModes.UNSAID.areOpen()).isFalse();
    }

    @Test
    void secretsGoByTftpToThoseRangesOnlyForWhichItWasSaid() {
        assertThat(modes.tellByTftp(MacAddress.parse("000b8200000f"))).isFalse();
        assertThat(modes.tellByTftp(MacAddress.parse("000b82000010"))).isTrue();
        assertThat(modes.tellByTftp(MacAddress.parse("000b8200001f"))).isTrue();
        assertThat(modes.tellByTftp(MacAddress.parse("000b82000020"))).isFalse();
        assertThat(AdmissionModes.UNSAID.tellByTftp(MacAddress.parse("000b82000010"))).isFalse();
    }

    @Test
    void oneGroupIsEnoughToAskForLoginsOrToCountAsOpen() {
        assertThat(modes.askForLogins()).isTrue();
        assertThat(modes.areOpen()).isFalse();
        assertThat(
                        new AdmissionModes(
                                        AdmissionMode.WINDOW,
                                        Map.of("lab", AdmissionMode.OPEN),
                                        List.of())
                                .areOpen())
                .isTrue();
    }
}
