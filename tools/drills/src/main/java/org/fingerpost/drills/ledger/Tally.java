package org.fingerpost.drills.ledger;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** What happened during one drill. The first few faults are kept in words. */
public final class Tally {
    private static final int TOLD = 5;

    /** A door that sheds more than one request of a hundred does not bear the load of the drill. */
    private static final int SHED_OF = 100;

    private final String drill;
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();

    /** Requests that phones set out to make. */
    public final AtomicLong asked = new AtomicLong();

    /** That got no answer where they asked first, because that door was dead or frozen. */
    public final AtomicLong elsewhere = new AtomicLong();

    /** That were told to come again, because what they asked for had just changed. */
    public final AtomicLong putOff = new AtomicLong();

    /** That a door put off because it does not keep up: 503 with Retry-After. */
    public final AtomicLong shed = new AtomicLong();

    /** That a door refused although nothing was done to it. */
    public final AtomicLong unexpected = new AtomicLong();

    /** That got no answer at either door. */
    public final AtomicLong failed = new AtomicLong();

    /** Whose answer could not be true any more. */
    public final AtomicLong wrong = new AtomicLong();

    public final AtomicLong acknowledged = new AtomicLong();

    /** Writes that were refused or whose answer did not come. */
    public final AtomicLong notAcknowledged = new AtomicLong();

    /** Answers of 500, which blame us where 503 would do. */
    public final AtomicLong broken = new AtomicLong();

    /** Times that a process to which nothing was done called itself ill. */
    public final AtomicLong ill = new AtomicLong();

    public final AtomicLong logLines = new AtomicLong();
    public final AtomicLong recoveryMillis = new AtomicLong();

    /**
     * Longest that a phone waited for its answer, in nanoseconds, at doors to which nothing was
     * done.
     */
    public final AtomicLong slowest = new AtomicLong();

    public Tally(String drill) {
        this.drill = drill;
    }

    public String drill() {
        return drill;
    }

    public void fault(AtomicLong count, String what) {
        if (count.incrementAndGet() <= TOLD) {
            faults.add(drill + ": " + what);
        }
    }

    public Queue<String> faults() {
        return faults;
    }

    public boolean clean() {
        return shed.get() * SHED_OF <= asked.get()
                && unexpected.get() + failed.get() + wrong.get() + broken.get() + ill.get() == 0;
    }
}
