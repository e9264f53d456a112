package org.fingerpost.door.shedding;

import java.util.Arrays;

/**
 * How far one event loop is behind, by beats that it should have made and made late. The least of
 * the last ones counts, as in RFC 8289, section 3: a queue that stands delays every beat, a pause
 * of the JVM or of the machine only one or two. Without a crowd nothing stands in a queue, whatever
 * keeps the loop from running.
 *
 * <p>Used by the loop alone; {@link #nanos} by anybody.
 */
final class StandingLag {
    /** A tenth of a second of beats. */
    static final int BEATS = 5;

    /** Requests in the time of these beats; a loop can answer a thousand and more. */
    static final int CROWD = 20;

    private final long[] late = new long[BEATS];
    private final int[] asked = new int[BEATS];
    private int beats;
    private volatile long standing;

    /** A request has come. */
    void asked() {
        asked[beats % BEATS]++;
    }

    /**
     * The loop has made a beat.
     *
     * @param lateNanos how much later than it should have
     */
    void beat(long lateNanos) {
        late[beats % BEATS] = Math.max(0, lateNanos);
        standing = Arrays.stream(asked).sum() < CROWD ? 0 : Arrays.stream(late).min().orElse(0);
        beats++;
        asked[beats % BEATS] = 0;
    }

    /** Nanoseconds that every request has been waiting of late; 0 if some did not. */
    long nanos() {
        return standing;
    }
}
