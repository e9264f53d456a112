package org.fingerpost.door.shedding;

/**
 * How far one event loop is behind, by beats that it should have made. A beat that is overdue tells
 * that what came since has not been waited for alone; and when the beat before it was late, too,
 * there is a queue that stands, and not a pause of the JVM or of the machine: the less of both
 * counts (as in RFC 8289, section 3). Without a crowd nothing stands in a queue, whatever keeps the
 * loop from running.
 *
 * <p>Times are those of {@link System#nanoTime}. Used by the loop alone; {@link #last} by anybody.
 */
final class StandingLag {
    /** Requests since the beat before the last; a loop can answer a thousand and more. */
    static final int CROWD = 20;

    private final long period;
    private long due;
    private long late;
    private int askedBefore;
    private int asked;
    private volatile long last;

    StandingLag(long now, long periodNanos) {
        period = periodNanos;
        due = now + periodNanos;
    }

    /** The loop has made a beat; the next is due a period from now. */
    void beat(long now) {
        last = standing(now);
        late = Math.max(0, now - due);
        due = now + period;
        askedBefore = asked;
        asked = 0;
    }

    /**
     * A request has come.
     *
     * @return nanoseconds for which those like it have been waiting, 0 if there is no queue
     */
    long asked(long now) {
        asked++;
        return standing(now);
    }

    private long standing(long now) {
        return askedBefore + asked < CROWD ? 0 : Math.max(0, Math.min(late, now - due));
    }

    /** As of the last beat, in nanoseconds. */
    long last() {
        return last;
    }
}
