package org.fingerpost.door.shedding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StandingLagTest {
    private static final long PERIOD = 20;

    private long now = -1_000;
    private final StandingLag lag = new StandingLag(now, PERIOD);

    private void beatLateBy(long late) {
        now += PERIOD + late;
        lag.beat(now);
    }

    private long crowdAfter(long sinceBeat) {
        long standing = 0;
        for (int i = 0; i < StandingLag.CROWD; i++) {
            standing = lag.asked(now + sinceBeat);
        }
        return standing;
    }

    @Test
    void aBeatThatIsOverdueAfterALateOneIsAQueue() {
        beatLateBy(300);
        assertThat(crowdAfter(PERIOD + 120)).isEqualTo(120);
        assertThat(crowdAfter(PERIOD + 900)).isEqualTo(300);
    }

    @Test
    void whoComesBeforeTheNextBeatIsDueDoesNotWait() {
        beatLateBy(300);
        assertThat(crowdAfter(PERIOD)).isZero();
    }

    @Test
    void onePauseIsNoQueue() {
        beatLateBy(0);
        assertThat(crowdAfter(PERIOD + 900)).isZero();
        beatLateBy(900);
        assertThat(crowdAfter(1)).isZero();
        beatLateBy(0);
        assertThat(crowdAfter(PERIOD + 900)).isZero();
    }

    @Test
    void withoutACrowdALateLoopHasNoQueue() {
        beatLateBy(5_000);
        assertThat(lag.asked(now + PERIOD + 5_000)).isZero();
    }

    @Test
    void theCrowdIsThatOfTheLastTwoBeats() {
        beatLateBy(300);
        crowdAfter(0);
        beatLateBy(300);
        assertThat(lag.asked(now + PERIOD + 200)).isEqualTo(200);
        beatLateBy(300);
        assertThat(lag.asked(now + PERIOD + 200)).isZero();
    }

    @Test
    void whatIsToldToOthersIsAsOfTheLastBeat() {
        beatLateBy(300);
        crowdAfter(0);
        beatLateBy(200);
        assertThat(lag.last()).isEqualTo(200);
        beatLateBy(0);
        assertThat(lag.last()).isZero();
    }
}
