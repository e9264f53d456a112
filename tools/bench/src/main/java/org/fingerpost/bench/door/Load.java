package org.fingerpost.bench.door;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What one run of the load brought.
 *
 * @param failed answers that were not 200, and connections that broke
 * @param processorTime microseconds of the server's processor time by the request
 */
public record Load(long requests, double perSecond, long failed, double processorTime) {
    /** By requests a second. */
    public static Load median(List<Load> loads) {
        List<Load> sorted = new ArrayList<>(loads);
        sorted.sort(Comparator.comparing(Load::perSecond));
        return sorted.get(sorted.size() / 2);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,9.0f a second, %5.1f us of processor time a request, %d failed",
                perSecond,
                processorTime,
                failed);
    }
}
