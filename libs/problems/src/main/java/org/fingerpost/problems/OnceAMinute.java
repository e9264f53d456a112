package org.fingerpost.problems;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Keeps the log readable while the same trouble comes with every request. */
final class OnceAMinute {
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final LongSupplier nanos;
    private final AtomicLong last;

    /**
     * @param nanos a clock like {@link System#nanoTime}
     */
    OnceAMinute(LongSupplier nanos) {
        this.nanos = nanos;
        this.last = new AtomicLong(nanos.getAsLong() - MINUTE);
    }

    void run(Runnable action) {
        long now = nanos.getAsLong();
        long before = last.get();
        if (now - before >= MINUTE && last.compareAndSet(before, now)) {
            action.run();
        }
    }
}
