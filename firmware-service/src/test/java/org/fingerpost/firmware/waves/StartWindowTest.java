package org.fingerpost.firmware.waves;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartWindowTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final StartWindow NIGHT =
            new StartWindow(DAY, LocalTime.of(22, 0), LocalTime.of(4, 0), BERLIN);

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T20:59:59Z, false",
        "2026-12-01T21:00:00Z, true",
        "2026-12-02T02:59:59Z, true",
        "2026-12-02T03:00:00Z, false",
        // The night before its first day, after midnight.
        "2026-12-01T01:00:00Z, false",
        "2026-11-30T22:00:00Z, false",
    })
    void aNightIsOpenByTheClocksOfItsZone(Instant now, boolean open) {
        assertThat(NIGHT.isOpen(now)).isEqualTo(open);
    }

    @Test
    void aWindowFollowsItsZoneIntoSummer() {
        assertThat(NIGHT.isOpen(Instant.parse("2027-07-01T20:00:00Z"))).isTrue();
        assertThat(NIGHT.isOpen(Instant.parse("2027-07-02T02:00:00Z"))).isFalse();
    }

    @Test
    void noWindowIsAlwaysOpen() {
        assertThat(StartWindow.ANY_TIME.isOpen(Instant.parse("2026-12-01T12:34:56Z"))).isTrue();
    }

    @Property
    void theNextOpeningIsOpenAndNeverBeforeNow(
            @ForAll @IntRange(max = 1439) int from,
            @ForAll @IntRange(max = 1439) int until,
            @ForAll @IntRange(min = -5000, max = 500_000) int minutes) {
        StartWindow window = new StartWindow(DAY, minute(from), minute(until), BERLIN);
        Instant now = DAY.atStartOfDay(BERLIN).toInstant().plusSeconds(60L * minutes);
        Instant next = window.nextOpening(now);

        assertThat(next).isAfterOrEqualTo(now);
        // Where clocks are put forward a window may lie in the hour that is not.
        assertThat(window.isOpen(next) || window.isOpen(next.minusSeconds(3600))).isTrue();
    }

    private static LocalTime minute(int ofDay) {
        return LocalTime.ofSecondOfDay(60L * ofDay);
    }
}
