package org.fingerpost.config.timeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.fingerpost.formats.mac.MacAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of a sighting, and what is none. */
class TimelineEntryTest {
    private static final String WHOLE =
            """
            {"door":"0b8b9b1e-7a51-4f57-9f5e-000000000001","sequence":7,"time":"2026-11-27T04:31:00.123456Z",\
            "service":"firmware","mac":"000b82123456","provider":3,"kind":"firmware","file":"gxp2160fw.bin",\
            "method":"GET","status":200,"bytes":12,"outcome":"served","userAgent":"Grandstream","model":"GXP2160",\
            "version":"1.0","address":"192.0.2.1","secure":true}\
            """;

    @Test
    void allThatASightingTellsIsKept() {
        assertThat(read(WHOLE))
                .isEqualTo(
                        new TimelineEntry.Reading.OfPhone(
                                new TimelineEntry(
                                        3,
                                        MacAddress.parse("000b82123456"),
                                        new Position(
                                                Instant.parse("2026-11-27T04:31:00.123Z"),
                                                UUID.fromString(
                                                        "0b8b9b1e-7a51-4f57-9f5e-000000000001"),
                                                7),
                                        "firmware",
                                        "firmware",
                                        "served",
                                        "gxp2160fw.bin",
                                        "GXP2160",
                                        "1.0",
                                        "GET",
                                        "Grandstream",
                                        "192.0.2.1",
                                        200,
                                        12,
                                        true)));
    }

    @Test
    void whatNobodyKnowsYetIsPassedOver() {
        assertThat(read(WHOLE.replace("\"bytes\"", "\"colour\":[1,{}],\"bytes\"")))
                .isEqualTo(read(WHOLE));
    }

    @Test
    void aSightingWithoutAPhoneIsOfNobody() {
        assertThat(read(WHOLE.replace("\"mac\":\"000b82123456\",", "")))
                .isEqualTo(new TimelineEntry.Reading.OfNobody());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"door\" | \"d\"",
                "0b8b9b1e-7a51 | what",
                "\"sequence\":7 | \"sequence\":-1",
                "\"sequence\":7 | \"sequence\":9007199254740992",
                "\"sequence\":7, | ''",
                "2026-11-27 | 2026-13-27",
                "2026-11-27T04 | yesterday",
                "\"service\":\"firmware\" | \"service\":\"a b\"",
                "\"outcome\":\"served\" | \"outcome\":null",
                "000b82123456 | 000b8212345",
                "\"provider\":3 | \"provider\":-3",
                "\"status\":200 | \"status\":20",
                "\"bytes\":12 | \"bytes\":-1",
                "\"bytes\":12 | \"bytes\":[]",
                "\"bytes\":12 | \"bytes\":99999999999999999999",
                "} | ''",
            })
    void whatIsNoSightingIsUnreadable(String part, String instead) {
        assertThat(WHOLE).contains(part);
        assertThat(read(WHOLE.replace(part, instead)))
                .isEqualTo(new TimelineEntry.Reading.Unreadable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "7", "[]", "{}", "\"text\"", "nonsense", "\u0000"})
    void nonsenseIsUnreadable(String nonsense) {
        assertThat(read(nonsense)).isEqualTo(new TimelineEntry.Reading.Unreadable());
    }

    @Test
    void textThatNoDatabaseTakesIsCut() {
        String agent = "a\\u0000b\\ud800c\\n" + "x".repeat(400);
        TimelineEntry entry =
                ((TimelineEntry.Reading.OfPhone) read(WHOLE.replace("Grandstream", agent))).entry();

        assertThat(entry.userAgent()).hasSize(256).startsWith("abcx");
    }

    @Test
    void aPositionIsReadAsItIsWritten() {
        Position position =
                new Position(Instant.ofEpochMilli(1_764_218_000_123L), new UUID(5, 6), 7);

        assertThat(Position.parse(position.toString())).isEqualTo(position);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.2.3", "a.b.c", "1.------------------------------------.3"})
    void whatIsNoPositionIsRefused(String text) {
        assertThatThrownBy(() -> Position.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("after");
    }

    @Test
    void sightingsAreKeptForWholeMonths() {
        Retention year = Retention.parse("P1Y");

        assertThat(year).isEqualTo(new Retention(12));
        assertThat(year.oldest(Instant.parse("2026-11-27T04:31:00Z")))
                .isEqualTo(YearMonth.of(2025, 11));
        assertThat(Retention.month(Instant.parse("2026-11-30T23:59:59.999Z")))
                .isEqualTo(YearMonth.of(2026, 11));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P0M", "P-1M", "P10D", "P1M3D", "12", "P121M", "P999999999Y"})
    void aRetentionThatIsNoneStopsTheStartWithASentence(String text) {
        assertThatThrownBy(() -> Retention.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fingerpost.config.timeline.keep");
    }

    private static TimelineEntry.Reading read(String sighting) {
        return TimelineEntry.read(sighting.getBytes(UTF_8));
    }
}
