package org.fingerpost.door;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** So many bytes a second, for all who share it; whoever asks is told when its turn is. */
public final class Rate {
    private final long bytesPerSecond;
    private final Optional<Rate> around;
    private long free = System.nanoTime();

    public Rate(long bytesPerSecond) {
        this(bytesPerSecond, Optional.empty());
    }

    private Rate(long bytesPerSecond, Optional<Rate> around) {
        if (bytesPerSecond < 1) {
            throw new IllegalArgumentException("a rate is a byte a second at least");
        }
        this.bytesPerSecond = bytesPerSecond;
        this.around = around;
    }

    /** As fast as this one, for some of those who share the other. */
    Rate within(Rate other) {
        return new Rate(bytesPerSecond, Optional.of(other));
    }

    /** Nanoseconds to wait before these bytes may go; they are counted from now on. */
    public long reserve(long bytes) {
        long others = around.map(rate -> rate.reserve(bytes)).orElse(0L);
        return Math.max(others, reserveHere(bytes));
    }

    /** These bytes were reserved and will not go. */
    public void giveBack(long bytes) {
        around.ifPresent(rate -> rate.giveBack(bytes));
        giveBackHere(bytes);
    }

    private synchronized long reserveHere(long bytes) {
        long now = System.nanoTime();
        long turn = free - now > 0 ? free : now;
        free = turn + nanos(bytes);
        return turn - now;
    }

    private synchronized void giveBackHere(long bytes) {
        free -= nanos(bytes);
    }

    private long nanos(long bytes) {
        return (long) ((double) bytes / bytesPerSecond * TimeUnit.SECONDS.toNanos(1));
    }
}
