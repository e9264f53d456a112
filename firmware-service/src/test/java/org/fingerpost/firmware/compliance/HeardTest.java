package org.fingerpost.firmware.compliance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.fingerpost.formats.mac.MacAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of a sighting, and what is none. */
class HeardTest {
    private static final String WHOLE =
            """
            {"door":"0b8b9b1e-7a51-4f57-9f5e-000000000001","sequence":7,"time":"2026-11-27T04:31:00.123456Z",\
            "service":"firmware","mac":"000b82123456","provider":3,"kind":"firmware","file":"gxp2160fw.bin",\
            "method":"GET","status":200,"bytes":12,"outcome":"served","model":"GXP2160","version":"1.0","rollout":3,\
            "address":"192.0.2.1","secure":true}\
            """;

    @Test
    void aFetchOfFirmwareIsHeardWithItsFileAndSize() {
        assertThat(read(WHOLE))
                .contains(
                        new Heard(
                                UUID.fromString("0b8b9b1e-7a51-4f57-9f5e-000000000001"),
                                "firmware",
                                3,
                                MacAddress.parse("000b82123456"),
                                Instant.parse("2026-11-27T04:31:00.123Z"),
                                true,
                                "GXP2160",
                                "1.0",
                                "gxp2160fw.bin",
                                12,
                                3,
                                false));
    }

    @ParameterizedTest
    @CsvSource({
        "\"GET\", \"HEAD\"",
        "served, none",
        "\"kind\":\"firmware\", \"kind\":\"cfg-xml\"",
    })
    void whatSentNoFirmwareIsNoFetch(String part, String instead) {
        assertThat(WHOLE).contains(part);
        assertThat(read(WHOLE.replace(part, instead)).orElseThrow().fetched()).isEmpty();
    }

    @Test
    void whoSaysOnlyItsModelRunsWhatItSaidBefore() {
        Heard before = read(WHOLE.replace("GXP2160", "GXP2170")).orElseThrow();
        Heard later = read(WHOLE.replace("\"1.0\"", "\"\"")).orElseThrow();

        assertThat(later.after(before).version()).isEqualTo("1.0");
        assertThat(later.after(before).model()).isEqualTo("GXP2160");
    }

    @ParameterizedTest
    @CsvSource({"token, true", "login, true", "window, true", "address, false"})
    void onlyAPhoneThatShowedSomethingIsProved(String proof, boolean proved) {
        String told = WHOLE.replace("\"status\"", "\"proof\":\"" + proof + "\",\"status\"");

        assertThat(read(told).orElseThrow().proved()).isEqualTo(proved);
    }

    @ParameterizedTest
    @CsvSource({
        "served, true",
        "not-modified, true",
        "redirected, true",
        "none, false",
        "refused, false",
        "busy, false",
        "unclaimed, false",
    })
    void onlyWhoGotSomethingWasAnswered(String outcome, boolean answered) {
        String told = WHOLE.replace("\"served\"", "\"" + outcome + "\"");

        assertThat(read(told).orElseThrow().answered()).isEqualTo(answered);
    }

    @Test
    void aPartOfAFileIsFetchedAndNotWhole() {
        Heard heard = read(WHOLE.replace(":200", ":206")).orElseThrow();

        assertThat(heard.fetched()).isEqualTo("gxp2160fw.bin");
        assertThat(heard.whole()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "000b82123456, x",
        "\"provider\":3, \"provider\":0",
        "\"bytes\":12, \"bytes\":-1",
        "2026-11-27, 2026-13-27",
        "0b8b9b1e-7a51, what",
    })
    void whatTellsOfNoProvidersPhoneIsPassedOver(String part, String instead) {
        assertThat(WHOLE).contains(part);
        assertThat(read(WHOLE.replace(part, instead))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "7", "[]", "{}", "nonsense", "\u0000"})
    void nonsenseIsPassedOver(String nonsense) {
        assertThat(read(nonsense)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1.0.7, '\"1.0.7\"'",
        "'a\"b', '\"a\"\"b\"'",
        "=cmd(), '\"''=cmd()\"'",
        "'', '\"\"'",
    })
    void whatAPhoneSaysIsQuotedAndBeginsNoFormula(String said, String cell) {
        assertThat(ComplianceResource.cell(said)).isEqualTo(cell);
    }

    private static Optional<Heard> read(String sighting) {
        return Heard.of(sighting.getBytes(UTF_8));
    }
}
