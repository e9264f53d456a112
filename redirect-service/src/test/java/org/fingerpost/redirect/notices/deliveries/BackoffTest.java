package org.fingerpost.redirect.notices.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final RandomGenerator LOWEST = () -> 0L;
    private static final RandomGenerator HIGHEST = () -> -1L;

    @Test
    void itDoublesFromFiveSecondsToAnHour() {
        assertThat(IntStream.of(1, 2, 3, 10, 11, 1000).mapToObj(n -> Backoff.after(n, LOWEST)))
                .containsExactly(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(2560),
                        Duration.ofHours(1),
                        Duration.ofHours(1));
    }

    @Test
    void chanceTakesAtMostAFifth() {
        assertThat(Backoff.after(11, HIGHEST))
                .isBetween(Duration.ofMinutes(48), Duration.ofMinutes(49));
    }
}
