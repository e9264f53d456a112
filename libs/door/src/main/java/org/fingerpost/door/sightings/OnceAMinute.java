package org.fingerpost.door.sightings;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Keeps a log readable when the same trouble comes with every request. */
public final class OnceAMinute {
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final AtomicLong last = new AtomicLong(System.nanoTime() - MINUTE);

    /** Runs the action unless it ran less than a minute ago. */
    public void run(Runnable action) {
        long now = System.nanoTime();
        long before = last.get();
        if (now - before >= MINUTE && last.compareAndSet(before, now)) {
            action.run();
        }
    }
}
