package org.fingerpost.config.staggering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Index;
import org.fingerpost.config.turns.Pace;
import org.fingerpost.config.turns.Turns;
import org.junit.jupiter.api.Test;

/** What the planner says of a fleet, without one. */
class LoadTest {
    private static final int MILLION = 1_000_000;

    private static Load load(Pace pace, double phones) {
        Load load = new Load();
        for (int turn = 0; turn < pace.turns(); turn++) {
            load.add(new Turns.Kept(pace, false), turn, phones / pace.turns());
        }
        return load;
    }

    private static double peakPerSecond(Load load) {
        return Arrays.stream(load.day()).max().orElseThrow() / 3600;
    }

    @Test
    void intervalsMakeAFlatDayAndHoursFillTheirHours() {
        double[] every = load(new Pace.Every(1440, 0), 2400).day();
        assertThat(every).hasSize(24).containsOnly(new double[] {100}, within(1e-9));
        double[] night = load(new Pace.Hours(22, 2), 2400).day();
        assertThat(night).contains(600, Index.atIndex(23));
        assertThat(night).contains(600, Index.atIndex(1));
        assertThat(night).contains(0, Index.atIndex(2));
        assertThat(Arrays.stream(night).sum()).isEqualTo(2400);
    }

    @Test
    void phonesThatStartAtOnceComeTogetherForeverOrDriftApart() {
        double[] together = load(new Pace.Every(1440, 0), 2400).afterStart(60, 8 * 24);
        assertThat(together[7 * 24]).isEqualTo(2400);
        assertThat(together[7 * 24 + 1]).isZero();

        double[] apart = load(new Pace.Every(1440, 360), 2400).afterStart(60, 8 * 24);
        assertThat(apart[0]).isCloseTo(2400, within(1e-6));
        assertThat(Arrays.stream(apart, 7 * 24, 8 * 24).max().orElseThrow()).isLessThan(125);
        assertThat(Arrays.stream(apart, 1, 18).sum()).isZero();
    }

    @Test
    void whoHasAnHourComesInItOnEachDayAfterTheStart() {
        double[] looks = load(new Pace.Hours(0, 1), 10).afterStart(60, 49);
        assertThat(looks).hasSize(49);
        assertThat(looks[0]).isEqualTo(10);
        assertThat(looks[24]).isEqualTo(10);
        assertThat(looks[48]).isEqualTo(10);
        assertThat(Arrays.stream(looks).sum()).isEqualTo(30);
    }

    @Test
    void whatALimitProposesKeepsItAndALittleLessDoesNot() {
        Pace.Every shortest = (Pace.Every) new Limit(50).shortest(MILLION).orElseThrow();
        assertThat(peakPerSecond(load(shortest, MILLION))).isLessThanOrEqualTo(50.0);
        Pace less = Pace.Every.spreadByAQuarter(shortest.minutes() * 98 / 100);
        assertThat(peakPerSecond(load(less, MILLION))).isGreaterThan(50.0);

        Pace narrowest = new Limit(50).narrowest(MILLION, 22).orElseThrow();
        assertThat(narrowest).isEqualTo(new Pace.Hours(22, 4));
        assertThat(new Limit(10).narrowest(MILLION, 22)).isEmpty();
        assertThat(new Limit(0.01).shortest(MILLION)).isEmpty();
        assertThat(new Limit(1e9).shortest(1)).contains(new Pace.Every(80, 20));
        assertThat(new Limit(12).narrowest(MILLION, 22)).contains(new Pace.Hours(22, 22));
    }
}
