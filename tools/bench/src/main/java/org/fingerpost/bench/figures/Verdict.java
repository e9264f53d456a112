package org.fingerpost.bench.figures;

import java.util.Locale;

/** A figure beside its limit. */
public record Verdict(String what, double figure, double limit, String unit) {

    public boolean holds() {
        return figure <= limit;
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
