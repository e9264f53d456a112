package org.fingerpost.bench.timing;

import java.util.Arrays;

/**
 * Two samples of times held against each other by Kolmogorov and Smirnov: the largest distance
 * between their distribution functions.
 *
 * @param distance from 0, the same, to 1, nothing in common
 * @param bound beyond which samples of one distribution lie once in a thousand times
 */
record Likeness(double distance, double bound) {
    /** c(0.001) of the two-sample test. */
    private static final double ONCE_IN_A_THOUSAND = 1.949;

    static Likeness of(long[] one, long[] other) {
        long[] a = one.clone();
        long[] b = other.clone();
        Arrays.sort(a);
        Arrays.sort(b);
        double distance = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            long time = Math.min(a[i], b[j]);
            // Equal times are one step of both functions.
            while (i < a.length && a[i] == time) {
                i++;
            }
            while (j < b.length && b[j] == time) {
                j++;
            }
            distance = Math.max(distance, Math.abs((double) i / a.length - (double) j / b.length));
        }
        double bound =
                ONCE_IN_A_THOUSAND
                        * Math.sqrt((double) (a.length + b.length) / a.length / b.length);
        return new Likeness(distance, bound);
    }

    boolean holds() {
        return distance <= bound;
    }
}
