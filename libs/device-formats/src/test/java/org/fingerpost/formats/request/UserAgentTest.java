package org.fingerpost.formats.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.fingerpost.formats.mac.MacAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserAgentTest {

    @ParameterizedTest
    @CsvSource({
        "Grandstream Model HW GXP1405 SW 1.0.4.23 DevId 000b82123456, GXP1405, '', 1.0.4.23,"
                + " 000b82123456",
        "Grandstream Model HW HT801 V1.1A SW 1.0.27.2 DevId c074ad123456, HT801, 1.1A, 1.0.27.2,"
                + " c074ad123456",
        "Grandstream Model HW HT802V2 V1.0A SW 1.0.5.8 DevId c074ad123456, HT802V2, 1.0A, 1.0.5.8,"
                + " c074ad123456",
        "Grandstream Model HW GXV3350  V1.3A SW 1.0.3.27 DevId 000b82123456, GXV3350, 1.3A,"
                + " 1.0.3.27, 000b82123456",
        "Grandstream Model HW GRP2601W SW 1.0.5.48 DevId EC:74:D7:12:34:56, GRP2601W, '', 1.0.5.48,"
                + " ec74d7123456",
        "Grandstream GXP2000 (gxp2000e.bin:1.2.5.3/boot55e.bin:1.1.6.9) DevId 000b82123456,"
                + " GXP2000, '', 1.2.5.3, 000b82123456",
        "Grandstream BT200 (bt200e.bin:1.2.5.3/boot55e.bin:1.1.6.9), BT200, '', 1.2.5.3, ''",
        "Grandstream HT287 1.1.0.31, HT287, '', 1.1.0.31, ''",
        "Grandstream BT110 1.0.8.33, BT110, '', 1.0.8.33, ''",
        "Grandstream GXW4216 (DevId 000b82123456), GXW4216, '', '', 000b82123456",
        "Grandstream GXP2160, GXP2160, '', '', ''",
        "grandstream model hw GXP2160 sw 1.0.11.39 devid 000B82123456, GXP2160, '', 1.0.11.39,"
                + " 000b82123456"
    })
    void everyKnownFormIsRead(
            String header, String model, String hardware, String version, String mac) {
        UserAgent agent = UserAgent.parse(header);
        assertEquals(model, agent.model().orElse(""));
        assertEquals(hardware, agent.hardware().orElse(""));
        assertEquals(version, agent.version().orElse(""));
        assertEquals(mac, agent.mac().map(MacAddress::toString).orElse(""));
    }

    @Test
    void boxOfTwoUnitsNamesTwoAddresses() {
        var both = List.of(MacAddress.parse("000b82123456"), MacAddress.parse("000b82123457"));
        assertEquals(
                both,
                UserAgent.parse("Grandstream GXW4248 (DevId 000b82123456 / 000b82123457)").macs());
        assertEquals(
                both,
                UserAgent.parse("Grandstream GXW4248 (DevId 000b82123456/000b82123457)").macs());
    }

    @Test
    void thirdAddressIsNotRead() {
        assertThat(
                        UserAgent.parse(
                                        "Grandstream GXW4248 DevId 000b82000001/000b82000002"
                                                + " 000b82000003")
                                .macs())
                .containsExactly(
                        MacAddress.parse("000b82000001"), MacAddress.parse("000b82000002"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1", "1.1A", "1.0.11.39", "1.234567890123456789012345678901"})
    void versionIsNumbersWithDotsBetween(String version) {
        assertThat(UserAgent.parse("Grandstream GXP2160 SW " + version).version())
                .contains(version);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11",
                "111",
                "1.",
                "1.2.",
                "1..2",
                ".1.2",
                "1.A2",
                "A.1",
                "1.2345678901234567890123456789012"
            })
    void whatIsNoVersionIsNotRead(String word) {
        assertThat(UserAgent.parse("Grandstream GXP2160 SW " + word).version()).isEmpty();
    }

    @Test
    void hardwareIsMarkedByItsLetter() {
        assertThat(UserAgent.parse("Grandstream HT801 v1.1A SW 1.0.27.2").hardware())
                .contains("1.1A");
        assertThat(UserAgent.parse("Grandstream HT801 X1.1A SW 1.0.27.2").hardware()).isEmpty();
    }

    @Test
    void slashBeforeTheColonEndsNoVersion() {
        assertThat(UserAgent.parse("Grandstream GXP2000 (/:1.2.5.3)").version())
                .contains("1.2.5.3");
    }

    @Test
    void agentsAreEqualIfTheySayTheSame() {
        String header = "Grandstream Model HW HT801 V1.1A SW 1.0.27.2 DevId c074ad123456";
        UserAgent agent = UserAgent.parse(header);
        assertThat(agent)
                .isEqualTo(UserAgent.parse(header))
                .hasSameHashCodeAs(UserAgent.parse(header))
                .hasToString(
                        "UserAgent[model=HT801, hardware=1.1A, version=1.0.27.2,"
                                + " macs=[c074ad123456]]")
                .isNotEqualTo(header);
        for (String other : List.of("HT801=HT802", "V1.1A=V1.1B", ".27.2=.27.3", "3456=3457")) {
            String[] change = other.split("=");
            assertThat(UserAgent.parse(header.replace(change[0], change[1]))).isNotEqualTo(agent);
        }
        assertThat(agent.hashCode()).isNotEqualTo(UserAgent.silent().hashCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "curl/8.5.0",
                "Mozilla/5.0 (Linux; Android 11) Grandstream",
                "Grandstream",
                "Grandstream (",
                "GrandstreamX Model HW GXP2160 SW 1.0.0.1",
                "Grandstream Model HW",
                "Grandstream DevId",
                "Grandstream Model HW <script> SW DevId 000b8212345g"
            })
    void whatSaysNothingUsefulIsSilent(String header) {
        assertEquals(UserAgent.silent(), UserAgent.parse(header));
    }

    @Test
    void nothingBeyondTheLimitIsRead() {
        String filler = " ".repeat(512);
        assertThat(UserAgent.parse("Grandstream GXP2160" + filler + "DevId 000b82123456"))
                .isEqualTo(UserAgent.parse("Grandstream GXP2160"));
    }

    @Property
    void anyTextIsReadWithoutAnException(@ForAll String header) {
        assertThat(UserAgent.parse(header).macs()).hasSizeLessThanOrEqualTo(2);
    }

    @Property
    void nearMissesSayOnlyWellFormedThings(@ForAll("nearMisses") String header) {
        UserAgent agent = UserAgent.parse(header);
        assertThat(agent.model().orElse("GXP2160")).matches("[A-Za-z][A-Za-z0-9_-]{1,31}");
        assertThat(agent.hardware().orElse("1.1A")).matches("[0-9][0-9.]*[0-9A-Za-z]");
        assertThat(agent.version().orElse("1.0.0.1")).matches("[0-9][0-9.]*[0-9A-Za-z]");
        assertThat(agent.macs()).hasSizeLessThanOrEqualTo(2);
    }

    @Provide
    Arbitrary<String> nearMisses() {
        return Arbitraries.of(
                        "Model",
                        "HW",
                        "GXP2160",
                        "V1.1A",
                        "V",
                        "v1",
                        "SW",
                        "1.0.11.39",
                        "1..2",
                        ".",
                        "(",
                        ")",
                        "/",
                        ":",
                        "a:1.2/b:3.4",
                        "::/",
                        "DevId",
                        "000b82123456",
                        "00:0B:82:12:34:56",
                        "é",
                        "\0",
                        "\t",
                        "")
                .list()
                .ofMaxSize(12)
                .map(words -> "Grandstream " + String.join(" ", words));
    }
}
