package org.fingerpost.redirect.notices.deliveries;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Five seconds after the first failure, twice as long after each further one, an hour at most; and
 * a random fifth less, so that receivers which failed together are not tried together.
 */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final double JITTER = 0.2;

    /** 5 s twice as long so often is beyond the hour; more would run over. */
    private static final int DOUBLINGS = 10;

    private Backoff() {}

    static Duration after(int failures, RandomGenerator random) {
        Duration whole = FIRST.multipliedBy(1L << Math.clamp(failures - 1L, 0, DOUBLINGS));
        long millis = (whole.compareTo(LONGEST) < 0 ? whole : LONGEST).toMillis();
        return Duration.ofMillis((long) (millis * (1 - JITTER * random.nextDouble())));
    }
}
