package org.fingerpost.launcher.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.fingerpost.launcher.machine.LaunchFailure;
import org.fingerpost.launcher.machine.Patience;

/**
 * One launcher at a time changes a deployment; the kernel lets the lock go when its holder dies.
 */
public record HomeLock(Path file) {
    /** Longer than the longest start: three services that never become ready. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** What is held; closing it lets the next one in. */
    public record Held(FileChannel channel, FileLock lock) implements AutoCloseable {
        @Override
        public void close() {
            try {
                lock.release();
                channel.close();
            } catch (IOException e) {
                throw new LaunchFailure("Cannot release the lock: " + e.getMessage(), e);
            }
        }
    }

    /**
     * Takes the lock, waiting for its turn; {@code onWait} is told when there is somebody to wait
     * for.
     */
    public Held take(Runnable onWait) {
        Optional<Held> first = attempt();
        if (first.isPresent()) {
            return first.get();
        }
        onWait.run();
        Held[] taken = new Held[1];
        boolean ours =
                Patience.until(
                        () -> attempt().map(held -> taken[0] = held).isPresent(),
                        PATIENCE,
                        Duration.ofMillis(200));
        if (!ours) {
            throw new LaunchFailure(
                    "Another deploy/up or deploy/down is still at work on "
                            + file.getParent()
                            + ".");
        }
        return taken[0];
    }

    private Optional<Held> attempt() {
        try {
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            Optional<FileLock> lock = tryLock(channel);
            // A purge may have deleted the file between opening and locking it: such a lock keeps
            // nobody out.
            if (lock.isEmpty() || !Files.exists(file)) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new Held(channel, lock.get()));
        } catch (IOException e) {
            throw new LaunchFailure("Cannot lock " + file + ": " + e.getMessage(), e);
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException anotherThread) {
            return Optional.empty();
        }
    }
}
