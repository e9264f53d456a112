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
    private static final Tally NOBODY = new Tally(0, 0, 0, 0);
    private static final Limits LIMITS =
            new Limits(90, 2, 3, Duration.ofMinutes(10), Duration.ofHours(2));

    @Test
    void aWaveMeetsItsThresholdWhenEnoughPhonesHaveTheRelease() {
        assertThat(judged(new Tally(100, 90, 90, 0))).isEqualTo(new Judgement.Met());
        assertThat(judged(new Tally(100, 89, 89, 0))).isInstanceOf(Judgement.Wait.class);
    }

    @Test
    void phonesThatAreNotBackKeepTheNextWaveShut() {
        assertThat(judged(new Tally(100, 100, 95, 0)))
                .isEqualTo(new Judgement.Wait("5 phones that fetched it are not back yet"));
        assertThat(judged(new Tally(100, 97, 95, 0))).isEqualTo(new Judgement.Met());
    }

    @Test
    void tooManyFailuresStopARolloutAlsoInAnEarlierWave() {
        Judgement stop = new Judgement.Stop("wave 1: 5 of 100 phones that fetched it failed");

        assertThat(judged(new Tally(100, 100, 95, 5))).isEqualTo(stop);
        assertThat(
                        Judge.of(
                                LIMITS,
                                List.of(
                                        wave(new Tally(100, 100, 95, 5), NOBODY),
                                        wave(new Tally(9, 9, 9, 0), NOBODY))))
                .isEqualTo(stop);
    }

    @Test
    void aFewFailuresAmongTheFirstPhonesStopNothing() {
        assertThat(judged(new Tally(100, 2, 0, 2))).isInstanceOf(Judgement.Wait.class);
        assertThat(judged(new Tally(100, 3, 0, 3))).isInstanceOf(Judgement.Stop.class);
    }

    @Test
    void aWaveOfNoPhonesHoldsNothingUpAndTheFirstWaveNeedsNoneBeforeIt() {
        assertThat(judged(new Tally(0, 0, 0, 0))).isEqualTo(new Judgement.Met());
        assertThat(Judge.of(LIMITS, List.of())).isEqualTo(new Judgement.Met());
    }

    @Test
    void failuresOfPhonesThatProveAreNotHiddenAmongOthers() {
        Tally many = new Tally(1000, 1000, 997, 3);

        assertThat(judged(many)).isEqualTo(new Judgement.Met());
        assertThat(judged(many, new Tally(20, 20, 17, 3)))
                .isEqualTo(
                        new Judgement.Stop(
                                "wave 1: 3 of 20 phones with proof that fetched it failed"));
    }

    @Test
    void othersDoNotStandForPhonesThatProveAndAreNotBack() {
        assertThat(judged(new Tally(1000, 1000, 998, 0), new Tally(20, 2, 0, 0)))
                .isEqualTo(new Judgement.Wait("0 of 20 phones with proof have it, 18 are needed"));
        assertThat(judged(new Tally(1000, 1000, 997, 0), new Tally(20, 20, 18, 0)))
                .isInstanceOf(Judgement.Met.class);
        assertThat(judged(new Tally(1000, 1000, 997, 0), new Tally(30, 30, 27, 0)))
                .isEqualTo(new Judgement.Wait("3 phones that fetched it are not back yet"));
    }

    @Test
    void whereEnoughPhonesProveOthersThatNeverComeHoldNothingUp() {
        Tally most = new Tally(10_000, 100, 100, 0);

        assertThat(judged(most, new Tally(100, 100, 100, 0))).isEqualTo(new Judgement.Met());
        assertThat(judged(most, new Tally(99, 99, 99, 0)))
                .isEqualTo(new Judgement.Wait("100 of 10000 phones have it, 9000 are needed"));
        assertThat(judged(new Tally(10_000, 200, 100, 0), new Tally(100, 100, 100, 0)))
                .as("whoever it was that fetched and did not come back")
                .isEqualTo(new Judgement.Wait("100 phones that fetched it are not back yet"));
    }

    @Property
    void aWaveIsNeverMetWhileItsPendingPhonesCouldStopIt(
            @ForAll @IntRange(max = 500) int succeeded,
            @ForAll @IntRange(max = 500) int failed,
            @ForAll @IntRange(max = 500) int pending) {
        int fetched = succeeded + failed + pending;
        Judgement now = judged(new Tally(100, fetched, succeeded, failed));
        Judgement later = judged(new Tally(100, fetched, succeeded, failed + pending));

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
        assertThatThrownBy(() -> new Tally(1, 1, 1, 1)).hasMessageContaining("counts once");
    }

    private static Judgement judged(Tally wave) {
        return judged(wave, NOBODY);
    }

    private static Judgement judged(Tally all, Tally proving) {
        return Judge.of(LIMITS, List.of(wave(all, proving)));
    }

    private static WaveTally wave(Tally all, Tally proving) {
        return new WaveTally(all, proving);
    }
}
