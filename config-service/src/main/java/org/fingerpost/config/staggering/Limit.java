package org.fingerpost.config.staggering;

import java.util.Optional;
import org.fingerpost.config.turns.Pace;

/**
 * What it takes that a fleet does not look more often than so, by formula: as for a fleet whose
 * turns are drawn.
 */
record Limit(double looksPerSecond) {
    private static final int SECONDS = 60;
    private static final int HOUR = 3600;

    /** Mean of 1/x from 3/4 to 5/4: the short intervals make more looks than the long ones save. */
    private static final double A_QUARTER = Math.log(5.0 / 3) * 2;

    /** With a quarter's spread it is still not under an hour. */
    private static final int SHORTEST = Pace.Every.SHORTEST * 4 / 3;

    private static final int LONGEST = Pace.Every.LONGEST * 4 / 5;

    /** So far above its mean the fullest of 24 hours comes to lie in one of a thousand fleets. */
    private static final double DEVIATIONS = 4;

    /** The shortest interval, if there is one. */
    Optional<Pace> shortest(double phones) {
        double minutes = Math.ceil(phones * A_QUARTER / (SECONDS * looksPerSecond));
        return minutes > LONGEST
                ? Optional.empty()
                : Optional.of(Pace.Every.spreadByAQuarter(Math.max((int) minutes, SHORTEST)));
    }

    /** The fewest hours from this one on, if a day is enough. */
    Optional<Pace> narrowest(double phones, int from) {
        for (int hours = 1; hours <= Pace.Hours.DAY; hours++) {
            double mean = phones / hours;
            if (mean + DEVIATIONS * Math.sqrt(mean) <= looksPerSecond * HOUR) {
                return Optional.of(new Pace.Hours(from, (from + hours) % Pace.Hours.DAY));
            }
        }
        return Optional.empty();
    }
}
