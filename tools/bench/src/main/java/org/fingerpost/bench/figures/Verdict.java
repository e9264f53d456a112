package org.fingerpost.bench.figures;

import java.util.Locale;

/**
 * A figure beside its limit.
 *
 * @param most true if the figure may be the limit at the most, false if it must be that at least
 */
public record Verdict(String what, double figure, double limit, String unit, boolean most) {

    /** A figure that is the better, the smaller it is. */
    public Verdict(String what, double figure, double limit, String unit) {
        this(what, figure, limit, unit, true);
    }

    /** A figure that is the better, the larger it is. */
    public static Verdict atLeast(String what, double figure, double limit, String unit) {
        return new Verdict(what, figure, limit, unit, false);
    }

    public boolean holds() {
        return most ? figure <= limit : figure >= limit;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-42s %8.2f %-2s  budget %5.1f %-2s  %s",
                what,
                figure,
                unit,
                limit,
                unit,
                holds() ? "holds" : "does not hold");
    }
}
