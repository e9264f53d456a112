package org.fingerpost.bench.door;

import java.util.Locale;

/**
 * What one run of the load brought.
 *
 * @param failed answers that were not 200, and connections that broke
 * @param processorTime microseconds of the server's processor time by the request
 */
record Load(long requests, double perSecond, long failed, double processorTime) {
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
