package org.fingerpost.bench.figures;

import java.util.Arrays;

/** What was measured again and again, in any unit. */
public record Sample(long[] values) {

    public Sample {
        if (values.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        values = values.clone();
        Arrays.sort(values);
    }

    /** The least value that so many of a hundred do not exceed. */
    public long percentile(double percent) {
        int rank = (int) Math.ceil(percent / 100 * values.length);
        return values[Math.clamp(rank - 1, 0, values.length - 1)];
    }
}
