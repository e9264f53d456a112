package org.fingerpost.firmware.shelf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.fingerpost.firmware.blobs.BlobStore;
import org.fingerpost.firmware.blobs.Digest;

/**
 * The blobs that are on this machine's disk, and room for more. What lies there came under its
 * digest whole: it was written and digested under a name that nobody reads, forced to the disk, and
 * renamed.
 */
final class Cache {
    private final CacheFolder folder;
    private final long most;
    private final long reserve;
    private final Clock clock;
    private final Map<Digest, Line> lines = new ConcurrentHashMap<>();

    /** Bytes that have been given room and are not here yet. */
    private final Map<Digest, Long> promised = new HashMap<>();

    private Cache(CacheFolder folder, long most, long reserve, Clock clock) {
        this.folder = folder;
        this.most = most;
        this.reserve = reserve;
        this.clock = clock;
    }

    private static final class Line {
        final long size;
        volatile long usedAt;

        Line(long size, long usedAt) {
            this.size = size;
            this.usedAt = usedAt;
        }
    }

    /** Whether there is room for a blob, or why there is not, for people. */
    sealed interface Room {
        record Enough() implements Room {}

        record No(String why) implements Room {}
    }

    /** With what an earlier process left that is whole. */
    static Cache open(Path stateFolder, long most, long reserve, Clock clock) {
        try {
            Cache cache = new Cache(CacheFolder.open(stateFolder), most, reserve, clock);
            cache.folder.forEach((digest, size, at) -> cache.lines.put(digest, new Line(size, at)));
            return cache;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + stateFolder + " for a cache", e);
        }
    }

    /** The blob's file, if it is here; it counts as used. */
    Optional<Path> find(Digest digest, long size) {
        Line line = lines.get(digest);
        if (line == null || line.size != size) {
            return Optional.empty();
        }
        if (!folder.isThere(digest, size)) {
            // Somebody took it away behind our back.
            lines.remove(digest, line);
            return Optional.empty();
        }
        line.usedAt = clock.millis();
        return Optional.of(folder.file(digest));
    }

    boolean has(Digest digest, long size) {
        Line line = lines.get(digest);
        return line != null && line.size == size;
    }

    long bytes() {
        return lines.values().stream().mapToLong(line -> line.size).sum();
    }

    List<Digest> all() {
        return List.copyOf(lines.keySet());
    }

    /**
     * Takes in bytes, if they are the blob's.
     *
     * @throws IOException if they are not, or do not come to their end, or the disk takes them not;
     *     nothing is left of them then
     */
    void take(Digest digest, long size, InputStream bytes) throws IOException {
        folder.take(digest, size, bytes);
        synchronized (this) {
            lines.put(digest, new Line(size, clock.millis()));
            release(digest);
        }
    }

    /**
     * Promises room for a blob that is fetched next, until it is taken in or {@link #release}d. For
     * that it drops what is least worth: what nobody holds, the least recently used first; then,
     * for what a phone waits for, what is held. If all of that would not do, it drops nothing.
     */
    synchronized Room makeRoom(
            Digest digest, long size, Predicate<Digest> held, boolean evenWhatIsHeld) {
        if (size > most) {
            return new Room.No("it has " + size + " bytes, and the whole cache " + most);
        }
        long coming = size + promised.values().stream().mapToLong(Long::longValue).sum();
        long tooMany = bytes() + coming - most;
        long tooFew = reserve + coming - folder.room();
        List<Worth> byWorth =
                lines.entrySet().stream()
                        .filter(line -> evenWhatIsHeld || !held.test(line.getKey()))
                        .map(line -> new Worth(line.getKey(), held, line.getValue()))
                        .sorted()
                        .toList();
        long droppable = byWorth.stream().mapToLong(Worth::size).sum();
        if (tooMany > droppable) {
            return new Room.No(
                    "the cache of " + most + " bytes is full of what is held or on its way");
        }
        if (tooFew > droppable) {
            return new Room.No("the disk has no room for " + size + " bytes");
        }
        long dropped = 0;
        for (Worth least : byWorth) {
            if (dropped >= Math.max(tooMany, tooFew)) {
                break;
            }
            drop(least.digest);
            dropped += least.size;
        }
        // What a phone is still reading frees its bytes later.
        if (folder.room() - coming < reserve) {
            return new Room.No("the disk has no room for " + size + " bytes");
        }
        promised.put(digest, size);
        return new Room.Enough();
    }

    /** The blob does not come, or has come. */
    synchronized void release(Digest digest) {
        promised.remove(digest);
    }

    void drop(Digest digest) {
        lines.remove(digest);
        folder.drop(digest);
    }

    /**
     * Reads a blob, and forgets it if it is no longer what its name says, or gone. One that cannot
     * be read stays: that says nothing of its bytes.
     */
    BlobStore.Condition prove(Digest digest) {
        Line line = lines.get(digest);
        if (line == null) {
            return BlobStore.Condition.MISSING;
        }
        BlobStore.Condition condition = folder.condition(digest, line.size);
        switch (condition) {
            case SPOILT, MISSING -> drop(digest);
            case SOUND, UNREADABLE -> {}
        }
        return condition;
    }

    private record Worth(Digest digest, boolean isHeld, long size, long usedAt)
            implements Comparable<Worth> {
        Worth(Digest digest, Predicate<Digest> held, Line line) {
            this(digest, held.test(digest), line.size, line.usedAt);
        }

        @Override
        public int compareTo(Worth other) {
            return Comparator.comparing(Worth::isHeld)
                    .thenComparing(Worth::usedAt)
                    .compare(this, other);
        }
    }
}
