package org.fingerpost.config.planes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.fingerpost.replica.Replica;

/**
 * The firmware service's state as it has arrived here. It is waited for, but not for ever, as there
 * may be no firmware service; and a door that once found none does not wait as long at its next
 * start, which may be one of many after a power cut.
 *
 * @param absent the file that is there while no such state was ever found
 */
record FirmwareState(Replica replica, Path absent) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Enough for a young service's state to be read from a Kafka that is there. */
    private static final Duration SHORT_PATIENCE = Duration.ofSeconds(1);

    Duration patience() {
        return Files.exists(absent) ? SHORT_PATIENCE : PATIENCE;
    }

    /** False when it is not here in time. */
    boolean await(Duration patience) {
        try {
            replica.whenLoaded()
                    .toCompletableFuture()
                    .copy()
                    .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            forget();
            return true;
        } catch (CompletionException late) {
            remember();
            replica.whenLoaded().thenRun(this::forget);
            return false;
        }
    }

    private void forget() {
        try {
            Files.deleteIfExists(absent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remember() {
        try {
            Files.writeString(absent, "no firmware state has been seen here\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
