package org.fingerpost.config.staggering;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.fingerpost.config.turns.Pace;
import org.fingerpost.config.turns.PaceForm;

/**
 * {@code devices}: all that the provider has; {@code staggered}: those of them that can be told a
 * pace; {@code counted}: each of them was looked at, otherwise they are taken as even as draws are
 * on the average.
 */
record PlanView(
        long devices,
        double staggered,
        boolean counted,
        Day day,
        Start afterPowerCut,
        Optional<AtMost> atMost) {
    private static final int ROUNDS = 8;
    private static final int SLOTS_A_ROUND = 24;
    private static final double HOUR = 3600;

    /**
     * {@code looks} in each hour of a day; {@code onTheHour}: those of them that come when it
     * begins, because their family cannot be told more than an hour.
     */
    record Day(
            double[] looks,
            double[] onTheHour,
            double meanPerSecond,
            double peakPerSecond,
            double peakToMean) {
        static Day of(Load load) {
            double[] looks = load.day();
            return new Day(
                    rounded(looks, 10),
                    rounded(load.onTheHour(), 10),
                    rounded(mean(looks) / HOUR, 1e6),
                    rounded(peak(looks) / HOUR, 1e6),
                    rounded(above(looks), 1e3));
        }
    }

    /**
     * All phones start at once: {@code looks} in slots of so many minutes, and for each round how
     * far its fullest slot stands above its mean.
     */
    record Start(int slotMinutes, double[] looks, double[] peakToMeanByRound) {
        static Start of(Load load) {
            int slot = Math.max(1, Math.ceilDiv(load.round(), SLOTS_A_ROUND));
            double[] looks = load.afterStart(slot, ROUNDS * SLOTS_A_ROUND);
            double[] rounds = new double[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                rounds[i] =
                        above(
                                Arrays.copyOfRange(
                                        looks, i * SLOTS_A_ROUND, (i + 1) * SLOTS_A_ROUND));
            }
            return new Start(slot, rounded(looks, 10), rounded(rounds, 1e3));
        }
    }

    /**
     * {@code kept}: the fullest hour of the day is not above it; {@code shortest} interval and
     * {@code narrowest} hours that keep it, by formula, absent if none do.
     */
    record AtMost(
            double perSecond,
            boolean kept,
            Optional<PaceForm> shortest,
            Optional<PaceForm> narrowest) {
        static AtMost of(double perSecond, Load load, Optional<Pace> own) {
            Limit limit = new Limit(perSecond);
            int from = own.orElse(null) instanceof Pace.Hours hours ? hours.from() : 1;
            return new AtMost(
                    perSecond,
                    peak(load.day()) / HOUR <= perSecond,
                    limit.shortest(load.phones()).map(PaceForm::of),
                    limit.narrowest(load.phones(), from).map(PaceForm::of));
        }
    }

    static PlanView of(Planner.Plan plan, Optional<Pace> own, Optional<Double> atMost) {
        return new PlanView(
                plan.devices(),
                rounded(plan.load().phones(), 10),
                plan.counted(),
                Day.of(plan.load()),
                Start.of(plan.load()),
                atMost.map(most -> AtMost.of(most, plan.load(), own)));
    }

    private static double mean(double[] looks) {
        return Arrays.stream(looks).average().orElse(0);
    }

    private static double peak(double[] looks) {
        return Arrays.stream(looks).max().orElse(0);
    }

    private static double above(double[] looks) {
        return mean(looks) == 0 ? 0 : peak(looks) / mean(looks);
    }

    private static double[] rounded(double[] values, double parts) {
        return DoubleStream.of(values).map(value -> rounded(value, parts)).toArray();
    }

    private static double rounded(double value, double parts) {
        return Math.round(value * parts) / parts;
    }
}
