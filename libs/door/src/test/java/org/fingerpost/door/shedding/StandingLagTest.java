package org.fingerpost.door.shedding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StandingLagTest {
    private final StandingLag lag = new StandingLag();

    private void beats(int many, int requestsEach, long lateNanos) {
        for (int i = 0; i < many; i++) {
            for (int j = 0; j < requestsEach; j++) {
                lag.asked();
            }
            lag.beat(lateNanos);
        }
    }

    @Test
    void whatDelaysEveryBeatIsAQueue() {
        beats(StandingLag.BEATS, 10, 300);
        assertThat(lag.nanos()).isEqualTo(300);
    }

    @Test
    void aPauseThatDelaysSomeBeatsIsNone() {
        beats(2 * StandingLag.BEATS, 10, 0);
        beats(StandingLag.BEATS - 1, 10, 900);
        assertThat(lag.nanos()).isZero();
    }

    @Test
    void oneBeatInTimeEndsTheQueue() {
        beats(StandingLag.BEATS, 10, 300);
        beats(1, 10, 0);
        assertThat(lag.nanos()).isZero();
    }

    @Test
    void withoutACrowdALateLoopHasNoQueue() {
        beats(3 * StandingLag.BEATS, 1, 5_000);
        assertThat(lag.nanos()).isZero();
    }

    @Test
    void theCrowdIsCountedOverTheSameBeats() {
        beats(StandingLag.BEATS, StandingLag.CROWD, 300);
        beats(StandingLag.BEATS, 0, 300);
        assertThat(lag.nanos()).isZero();
    }

    @Test
    void aBeatThatComesEarlyIsNotLate() {
        beats(StandingLag.BEATS, 10, -7);
        assertThat(lag.nanos()).isZero();
    }
}
