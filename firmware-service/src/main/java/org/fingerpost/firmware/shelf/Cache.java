package org.fingerpost.firmware.shelf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
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
        lines.put(digest, new Line(size, clock.millis()));
    }

    /**
     * Drops what is least worth until so many bytes fit: what nobody holds, the least recently used
     * first; then, for what a phone waits for, what is held.
     *
     * @param coming bytes that others have been promised and are not here yet
     */
    synchronized Room makeRoom(
            long size, long coming, Predicate<Digest> held, boolean evenWhatIsHeld) {
        if (size > most) {
            return new Room.No("it has " + size + " bytes, and the whole cache " + most);
        }
        List<Digest> byWorth =
                lines.entrySet().stream()
                        .filter(line -> evenWhatIsHeld || !held.test(line.getKey()))
                        .map(line -> new Worth(line.getKey(), held, line.getValue().usedAt))
                        .sorted(Comparator.naturalOrder())
                        .map(Worth::digest)
                        .toList();
        for (Digest least : byWorth) {
            if (fits(size + coming)) {
                break;
            }
            drop(least);
        }
        if (bytes() + size + coming > most) {
            return new Room.No("the cache of " + most + " bytes is full of what is held");
        }
        return fits(size + coming)
                ? new Room.Enough()
                : new Room.No("the disk has no room for " + size + " bytes");
    }

    void drop(Digest digest) {
        lines.remove(digest);
        folder.drop(digest);
    }

    /**
     * Forgets a blob that is no longer what its name says, or gone.
     *
     * @return whether it was
     */
    boolean dropIfSpoilt(Digest digest) {
        Line line = lines.get(digest);
        if (line == null || folder.isSound(digest, line.size)) {
            return false;
        }
        drop(digest);
        return true;
    }

    private boolean fits(long size) {
        return bytes() + size <= most && folder.room() - size >= reserve;
    }

    private record Worth(Digest digest, boolean isHeld, long usedAt) implements Comparable<Worth> {
        Worth(Digest digest, Predicate<Digest> held, long usedAt) {
            this(digest, held.test(digest), usedAt);
        }

        @Override
        public int compareTo(Worth other) {
            return Comparator.comparing(Worth::isHeld)
                    .thenComparing(Worth::usedAt)
                    .compare(this, other);
        }
    }
}
