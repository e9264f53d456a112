package org.fingerpost.launcher.machine;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for something that announces itself in no other way than by being so. */
public final class Patience {
    private Patience() {}

    /**
     * Asks until it is so or the time is over; answers whether it became so. An interrupt ends the
     * wait.
     */
    public static boolean until(BooleanSupplier so, Duration patience, Duration pause) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() - deadline >= 0) {
                return false;
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
