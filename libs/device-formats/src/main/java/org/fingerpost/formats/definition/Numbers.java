package org.fingerpost.formats.definition;

import java.util.ArrayList;
import java.util.List;
import org.fingerpost.formats.pvalue.PValue;

/**
 * The P-values of a setting as a data file lists them.
 *
 * <pre>
 * numbers = run *( 1*SP run )
 * run     = number [ ".." number [ "/" step ] ]     ; 8404..8431/3 is 8404, 8407, ... 8431
 * </pre>
 */
final class Numbers {

    private Numbers() {}

    static List<PValue> parse(List<String> runs) {
        List<PValue> all = new ArrayList<>();
        for (String run : runs) {
            addRun(run.split("\\.\\.|/", 3), all);
        }
        return all;
    }

    private static void addRun(String[] run, List<PValue> all) {
        int first = number(run[0]);
        int last = run.length > 1 ? number(run[1]) : first;
        int step = run.length > 2 ? number(run[2]) : 1;
        if (last < first || step < 1 || (last - first) % step != 0) {
            throw new IllegalArgumentException("not a run of numbers: " + String.join(" ", run));
        }
        for (int n = first; n <= last; n += step) {
            all.add(new PValue(n));
        }
    }

    private static int number(String digits) {
        return PValue.parse("P" + digits).number();
    }
}
