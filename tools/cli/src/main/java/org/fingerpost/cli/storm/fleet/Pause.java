package org.fingerpost.cli.storm.fleet;

import java.time.Duration;
import org.fingerpost.cli.streams.Complaint;

/** Waits for what comes by way of others. */
final class Pause {
    private Pause() {}

    static void of(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Complaint("interrupted", stopped);
        }
    }
}
