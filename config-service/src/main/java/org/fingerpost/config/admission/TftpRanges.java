package org.fingerpost.config.admission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fingerpost.problems.Problem;
import org.fingerpost.rule.Span;

/** What a provider may say of the ranges whose secrets may go by TFTP. */
final class TftpRanges {
    /** All of a provider's travel in one record, and a door looks through them at each request. */
    static final int MOST = 100;

    private TftpRanges() {}

    /**
     * In the order of their addresses.
     *
     * @throws Problem if they are too many, or two have an address in common
     */
    static List<Span> checked(List<Span> wished) {
        if (wished.size() > MOST) {
            throw Problem.invalid(
                    "too-many-tftp-ranges", MOST + " ranges may have their secrets go by TFTP");
        }
        List<Span> sorted = new ArrayList<>(wished);
        sorted.sort(Comparator.comparing(Span::first));
        for (int i = 1; i < sorted.size(); i++) {
            Span before = sorted.get(i - 1);
            if (before.holds(sorted.get(i).first())) {
                throw Problem.invalid(
                        "tftp-ranges-overlap",
                        before + " and " + sorted.get(i) + " have addresses in common");
            }
        }
        if (!sorted.isEmpty() && sorted.getFirst().first().isZero()) {
            throw Problem.invalid("no-such-range", "no phone has the address of zeros");
        }
        return sorted;
    }
}
