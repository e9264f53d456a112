package org.fingerpost.drills.town;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a condition; the bound is only for a run that fails. */
public final class Patience {
    private static final Duration LONGEST = Duration.ofMinutes(8);

    private Patience() {}

    public static void until(String what, BooleanSupplier holds) {
        if (!within(LONGEST, holds)) {
            throw new IllegalStateException("still not so after " + LONGEST + ": " + what);
        }
    }

    public static boolean within(Duration longest, BooleanSupplier holds) {
        long end = System.nanoTime() + longest.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            pause(Duration.ofMillis(50));
        }
        return true;
    }

    public static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new IllegalStateException("the drill was interrupted", e);
        }
    }
}
