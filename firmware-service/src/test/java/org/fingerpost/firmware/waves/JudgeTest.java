package org.fingerpost.firmware.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final Limits LIMITS =
            new Limits(90, 2, 3, Duration.ofMinutes(10), Duration.ofHours(2));

    @Test
    void aWaveMeetsItsThresholdWhenEnoughPhonesHaveTheRelease() {
        assertThat(judged(new Tally(100, 90, 90, 0, 0))).isEqualTo(new Judgement.Met());
        assertThat(judged(new Tally(100, 89, 89, 0, 0))).isInstanceOf(Judgement.Wait.class);
    }

    @Test
    void phonesThatAreNotBackKeepTheNextWaveShut() {
        assertThat(judged(new Tally(100, 100, 95, 0, 0)))
                .isEqualTo(new Judgement.Wait("5 phones that fetched it are not back yet"));
        assertThat(judged(new Tally(100, 97, 95, 0, 0))).isEqualTo(new Judgement.Met());
    }

    @Test
    void tooManyFailuresStopARolloutAlsoInAnEarlierWave() {
        Judgement stop = new Judgement.Stop("wave 1: 5 of 100 phones that fetched it failed");

        assertThat(judged(new Tally(100, 100, 95, 5, 0))).isEqualTo(stop);
        assertThat(
                        Judge.of(
                                LIMITS,
                                List.of(new Tally(100, 100, 95, 5, 0), new Tally(9, 9, 9, 0, 0))))
                .isEqualTo(stop);
    }

    @Test
    void aFewFailuresAmongTheFirstPhonesStopNothing() {
        assertThat(judged(new Tally(100, 2, 0, 2, 0))).isInstanceOf(Judgement.Wait.class);
        assertThat(judged(new Tally(100, 3, 0, 3, 0))).isInstanceOf(Judgement.Stop.class);
    }

    @Test
    void aWaveOfNoPhonesHoldsNothingUpAndTheFirstWaveNeedsNoneBeforeIt() {
        assertThat(judged(new Tally(0, 0, 0, 0, 0))).isEqualTo(new Judgement.Met());
        assertThat(Judge.of(LIMITS, List.of())).isEqualTo(new Judgement.Met());
    }

    @Property
    void aWaveIsNeverMetWhileItsPendingPhonesCouldStopIt(
            @ForAll @IntRange(max = 500) int succeeded,
            @ForAll @IntRange(max = 500) int failed,
            @ForAll @IntRange(max = 500) int pending) {
        int fetched = succeeded + failed + pending;
        Judgement now = judged(new Tally(100, fetched, succeeded, failed, 0));
        Judgement later = judged(new Tally(100, fetched, succeeded, failed + pending, 0));

        assertThat(now instanceof Judgement.Met && later instanceof Judgement.Stop).isFalse();
    }

    @Test
    void limitsThatContradictThemselvesAreRefused() {
        Duration hour = Duration.ofHours(1);

        assertThatThrownBy(() -> new Limits(0, 2, 1, hour, hour.plusHours(1)))
                .hasMessageContaining("successPercent");
        assertThatThrownBy(() -> new Limits(90, 100, 1, hour, hour.plusHours(1)))
                .hasMessageContaining("errorPercent");
        assertThatThrownBy(() -> new Limits(90, 2, 0, hour, hour.plusHours(1)))
                .hasMessageContaining("leastErrors");
        assertThatThrownBy(() -> new Limits(90, 2, 1, hour, hour))
                .hasMessageContaining("settleMinutes");
        assertThatThrownBy(() -> new Tally(1, 1, 1, 1, 0)).hasMessageContaining("counts once");
    }

    private static Judgement judged(Tally wave) {
        return Judge.of(LIMITS, List.of(wave));
    }
}
