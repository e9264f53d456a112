package org.fingerpost.replica;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what will come; the limit only ends a test that has failed. */
final class Eventually {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Eventually() {}

    static void that(Callable<Boolean> condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        try {
            while (!condition.call()) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("has not become true within " + LIMIT);
                }
                Thread.sleep(5);
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
