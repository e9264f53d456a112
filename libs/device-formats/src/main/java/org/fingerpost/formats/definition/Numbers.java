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
        List<PValue> all = new ArrayList<>(runs.size());
        for (String run : runs) {
            int dots = run.indexOf("..");
            if (dots < 0) {
                all.add(PValue.parse("P" + run));
            } else {
                addRun(run, dots, all);
            }
        }
        return all;
    }

    private static void addRun(String run, int dots, List<PValue> all) {
        int slash = run.indexOf('/', dots);
        int first = number(run.substring(0, dots));
        int last = number(run.substring(dots + 2, slash < 0 ? run.length() : slash));
        int step = slash < 0 ? 1 : number(run.substring(slash + 1));
        if (last < first || step < 1 || (last - first) % step != 0) {
            throw new IllegalArgumentException("not a run of numbers: " + run);
        }
        for (int n = first; n <= last; n += step) {
            all.add(new PValue(n));
        }
    }

    private static int number(String digits) {
        return PValue.parse("P" + digits).number();
    }
}
