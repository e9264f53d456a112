package org.fingerpost.redirect.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PaceTest {
    private Instant now = Instant.EPOCH;
    private final Pace pace =
            new Pace(
                    2,
                    Duration.ofMinutes(1),
                    new Clock() {
                        @Override
                        public Instant instant() {
                            return now;
                        }

                        @Override
                        public ZoneId getZone() {
                            throw new UnsupportedOperationException();
                        }

                        @Override
                        public Clock withZone(ZoneId zone) {
                            throw new UnsupportedOperationException();
                        }
                    });

    @Test
    void aProviderGoesSoManyTimesInASpanAndAgainInTheNext() {
        assertThat(pace.take(1)).isTrue();
        now = now.plusSeconds(30);
        assertThat(pace.take(1)).isTrue();
        assertThat(pace.take(1)).isFalse();
        now = now.plusSeconds(30);
        assertThat(pace.take(1)).isTrue();
        assertThat(pace.take(1)).isFalse();
    }

    @Test
    void oneProvidersHasteIsNotAnothers() {
        assertThat(pace.take(1)).isTrue();
        assertThat(pace.take(1)).isTrue();

        assertThat(pace.take(2)).isTrue();
    }
}
