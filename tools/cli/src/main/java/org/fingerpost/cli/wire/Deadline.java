package org.fingerpost.cli.wire;

import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * The end of patience for one whole request; a server that sends a byte a second cannot hold us.
 */
final class Deadline {
    private final long started = System.nanoTime();
    private final long nanos;

    Deadline(Duration patience) {
        this.nanos = patience.toNanos();
    }

    void check() throws SocketTimeoutException {
        if (System.nanoTime() - started > nanos) {
            throw new SocketTimeoutException("the answer took too long as a whole");
        }
    }

    long millisSoFar() {
        return Duration.ofNanos(System.nanoTime() - started).toMillis();
    }
}
