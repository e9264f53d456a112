package org.fingerpost.cli.storm.arrivals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int PHONES = 60_000;

    private static double shareInTheMiddleThird(Arrivals how) {
        long third = MINUTE.toNanos() / 3;
        return Arrays.stream(how.of(PHONES, MINUTE, 7))
                        .filter(time -> time >= third && time < 2 * third)
                        .count()
                / (double) PHONES;
    }

    @Test
    void allComeInTheirTimeInOrderAndAlikeForTheSameSeed() {
        for (Arrivals how : Arrivals.values()) {
            long[] times = how.of(PHONES, MINUTE, 7);
            assertThat(times).hasSize(PHONES).isSorted();
            assertThat(times[0]).isNotNegative();
            assertThat(times[PHONES - 1]).isLessThan(MINUTE.toNanos());
            assertThat(how.of(PHONES, MINUTE, 7)).isEqualTo(times);
            assertThat(how.of(PHONES, MINUTE, 8)).isNotEqualTo(times);
        }
    }

    /** Of the sum of three even spans, two thirds lie there. */
    @Test
    void afterAPowerCutMostComeInTheMiddle() {
        assertThat(shareInTheMiddleThird(Arrivals.EVEN)).isBetween(0.32, 0.35);
        assertThat(shareInTheMiddleThird(Arrivals.POWER_CUT)).isBetween(0.65, 0.69);
    }
}
