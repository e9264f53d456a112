package org.fingerpost.cli.storm.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.fingerpost.cli.storm.arrivals.Arrivals;
import org.fingerpost.cli.storm.load.Stop;

/** What holds of every storm, whatever the doors and the phones. */
class SimulationTest {
    private static final Duration COST = Duration.ofNanos(700_000);
    private static final Duration SHED = Duration.ofNanos(90_000);
    private static final Simulation.Manners MANNERS =
            new Simulation.Manners(Duration.ofSeconds(2), Duration.ofHours(1));

    private static Map<Stop, DoorModel> doors(int cores) {
        return Map.of(
                Stop.REDIRECT, new DoorModel(cores, COST, SHED, Duration.ofMillis(50)),
                Stop.CONFIG,
                        new DoorModel(cores, COST.multipliedBy(2), SHED, Duration.ofMillis(20)),
                Stop.FIRMWARE, new DoorModel(cores, COST, SHED, Duration.ofMillis(10)));
    }

    private static long[] arrivals(int phones, int overMillis, long seed) {
        return Arrivals.POWER_CUT.of(phones, Duration.ofMillis(overMillis), seed);
    }

    @Property(tries = 60)
    void nobodyIsLostAndPatientPhonesAreAllAnswered(
            @ForAll @IntRange(min = 1, max = 3_000) int phones,
            @ForAll @IntRange(min = 1, max = 4) int cores,
            @ForAll @IntRange(min = 1, max = 5_000) int overMillis,
            @ForAll long seed) {
        Simulated storm =
                new Simulation(doors(cores), MANNERS).of(arrivals(phones, overMillis, seed), seed);
        assertThat(storm.arrivals()).isEqualTo(phones);
        assertThat(storm.answered()).isEqualTo(phones);
        assertThat(storm.failed()).isZero();
        assertThat(storm.work().values()).allMatch(work -> work.served() == phones);
    }

    @Property(tries = 40)
    void whoIsNotPatientHasFailedAndNobodyIsCountedTwice(
            @ForAll @IntRange(min = 1, max = 5_000) int phones, @ForAll long seed) {
        Simulated storm =
                new Simulation(
                                doors(1),
                                new Simulation.Manners(
                                        Duration.ofSeconds(2), Duration.ofSeconds(4)))
                        .of(arrivals(phones, 100, seed), seed);
        assertThat(storm.answered() + storm.failed()).isEqualTo(phones);
        assertThat(storm.work().get(Stop.FIRMWARE).served()).isEqualTo(storm.answered());
    }

    @Property(tries = 40)
    void workIsNeitherMadeNorSavedAndNoCoreDoesTwoThingsAtOnce(
            @ForAll @IntRange(min = 1, max = 3_000) int phones,
            @ForAll @IntRange(min = 1, max = 4) int cores,
            @ForAll @LongRange(min = 1) long seed) {
        long[] arrivals = arrivals(phones, 500, seed);
        Simulated storm = new Simulation(doors(cores), MANNERS).of(arrivals, seed);
        long end = arrivals[phones - 1] + (long) (storm.drain() * 1e9);
        doors(cores)
                .forEach((stop, model) -> {
                    Work work = storm.work().get(stop);
                    assertThat(work.busyNanos())
                            .isEqualTo(
                                    work.served() * model.cost().toNanos()
                                            + work.shed() * model.shedCost().toNanos())
                            .isLessThanOrEqualTo(cores * (end + 1_000));
                });
    }

    @Property(tries = 20)
    void theSameSeedIsTheSameStorm(@ForAll long seed) {
        long[] arrivals = arrivals(2_000, 300, seed);
        assertThat(new Simulation(doors(1), MANNERS).of(arrivals, seed))
                .isEqualTo(new Simulation(doors(1), MANNERS).of(arrivals, seed));
    }

    @Property(tries = 20)
    void whoeverIsAnsweredHasWaitedNoLongerThanTheLagAllows(@ForAll long seed) {
        Simulated storm = new Simulation(doors(1), MANNERS).of(arrivals(4_000, 100, seed), seed);
        assertThat(storm.work().get(Stop.REDIRECT).shed()).isPositive();
        assertThat(storm.p99()).isLessThanOrEqualTo(52);
    }

    @Property(tries = 20)
    void doorsThatKeepUpPutNobodyOff(@ForAll long seed) {
        Simulated storm = new Simulation(doors(64), MANNERS).of(arrivals(1_000, 5_000, seed), seed);
        assertThat(storm.work().values()).allMatch(work -> work.shed() == 0);
    }
}
