package org.fingerpost.replica.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

/**
 * The folder of one replica: {@code generation-7/} holds a table, {@code lock} keeps a second
 * process out, {@code dead-…} waits to be deleted. The highest generation that was loaded is the
 * one that answers; there is no pointer to it that could be wrong after a crash.
 */
public final class Generations implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Generations.class);
    private static final String ALIVE = "generation-";
    private static final String DEAD = "dead-";

    private final Path directory;
    private final FileChannel lock;
    private long highest;

    private Generations(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    public static Generations open(Path directory) {
        try {
            RocksDB.loadLibrary();
            Files.createDirectories(directory);
            Generations generations = new Generations(directory, locked(directory));
            generations.clearAway();
            return generations;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the replica's folder " + directory, e);
        }
    }

    /**
     * The newest complete table, else the newest unfinished one, else a new one; whatever else lies
     * there is deleted.
     */
    public Table newest() {
        Optional<Table> unfinished = Optional.empty();
        for (long number : numbers()) {
            highest = Math.max(highest, number);
            Optional<Table> table = existing(folder(number));
            if (table.isPresent() && table.get().mark().loaded()) {
                unfinished.ifPresent(this::discard);
                clearBelow(number);
                return table.get();
            }
            if (unfinished.isEmpty()) {
                unfinished = table;
            } else {
                table.ifPresent(this::discard);
            }
        }
        return unfinished.orElseGet(this::fresh);
    }

    /** An empty table with a higher number than all others. */
    public Table fresh() {
        highest++;
        try {
            return new Table(folder(highest));
        } catch (RocksDBException e) {
            throw new DiskTrouble("no new table in " + directory, e);
        }
    }

    /** Closes a table and deletes it. */
    public void discard(Table table) {
        table.close();
        bury(table.folder());
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("could not let go of " + directory, e);
        }
    }

    private Optional<Table> existing(Path folder) {
        try {
            return Optional.of(new Table(folder));
        } catch (RocksDBException e) {
            if (e.getStatus() == null || e.getStatus().getCode() != Status.Code.Corruption) {
                throw new DiskTrouble("cannot open the replica in " + folder, e);
            }
            LOG.errorf("the replica in %s is damaged and is dropped: %s", folder, e.getMessage());
            bury(folder);
            return Optional.empty();
        }
    }

    /** Highest first. */
    private List<Long> numbers() {
        return children().stream()
                .map(path -> path.getFileName().toString())
                .filter(name -> name.matches(ALIVE + "\\d{1,18}"))
                .map(name -> Long.valueOf(name.substring(ALIVE.length())))
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private void clearBelow(long number) {
        numbers().stream().filter(other -> other < number).map(this::folder).forEach(this::bury);
    }

    private void clearAway() {
        children().stream()
                .filter(path -> path.getFileName().toString().startsWith(DEAD))
                .forEach(Generations::delete);
    }

    /** Renamed first: a table that is half deleted must never be taken for one. */
    private void bury(Path folder) {
        Path grave = directory.resolve(DEAD + folder.getFileName());
        try {
            delete(grave);
            Files.move(folder, grave, StandardCopyOption.ATOMIC_MOVE);
            delete(grave);
        } catch (IOException e) {
            throw new UncheckedIOException("could not delete " + folder, e);
        }
    }

    private Path folder(long number) {
        return directory.resolve(ALIVE + number);
    }

    private List<Path> children() {
        try (Stream<Path> paths = Files.list(directory)) {
            return paths.toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + directory, e);
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not delete " + folder, e);
        }
    }

    @SuppressWarnings("resource") // the lock lives as long as its channel
    private static FileChannel locked(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        directory.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        if (!lock(channel)) {
            channel.close();
            throw new IllegalStateException(
                    "the replica's folder " + directory + " is in use by another running replica");
        }
        return channel;
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock held = channel.tryLock();
            return held != null;
        } catch (OverlappingFileLockException e) {
            return false; // held in this very process
        }
    }
}
