package org.fingerpost.door.spool;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * When something was last lost. Kept in a file that has its size from the beginning, so that a full
 * disk takes it too; within one second of the last it is kept in memory alone.
 */
final class Loss {
    private static final long NEVER = 0;
    private static final long OFTEN = 1000;

    private final Bookmark file;
    private final AtomicLong last;
    private final AtomicLong kept;

    private Loss(Bookmark file, long last) {
        this.file = file;
        this.last = new AtomicLong(last);
        this.kept = new AtomicLong(last);
    }

    static Loss on(Path folder) throws IOException {
        Bookmark file = new Bookmark(folder.resolve("lost"));
        long last = file.load();
        file.save(last);
        return new Loss(file, last);
    }

    void at(Instant time) throws IOException {
        long millis = last.accumulateAndGet(time.toEpochMilli(), Math::max);
        long before = kept.get();
        if (millis - before >= OFTEN && kept.compareAndSet(before, millis)) {
            file.save(millis);
        }
    }

    Optional<Instant> last() {
        return Optional.of(last.get()).filter(millis -> millis != NEVER).map(Instant::ofEpochMilli);
    }

    void close() throws IOException {
        file.close();
    }
}
