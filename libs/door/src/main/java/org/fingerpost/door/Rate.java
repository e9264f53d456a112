package org.fingerpost.door;

import java.util.concurrent.TimeUnit;

/** So many bytes a second, for all who share it; whoever asks is told when its turn is. */
public final class Rate {
    private final long bytesPerSecond;
    private long free = System.nanoTime();

    public Rate(long bytesPerSecond) {
        if (bytesPerSecond < 1) {
            throw new IllegalArgumentException("a rate is a byte a second at least");
        }
        this.bytesPerSecond = bytesPerSecond;
    }

    /** Nanoseconds to wait before these bytes may go; they are counted from now on. */
    public synchronized long reserve(long bytes) {
        long now = System.nanoTime();
        long turn = free - now > 0 ? free : now;
        free = turn + nanos(bytes);
        return turn - now;
    }

    /** These bytes were reserved and will not go. */
    public synchronized void giveBack(long bytes) {
        free -= nanos(bytes);
    }

    private long nanos(long bytes) {
        return (long) ((double) bytes / bytesPerSecond * TimeUnit.SECONDS.toNanos(1));
    }
}
