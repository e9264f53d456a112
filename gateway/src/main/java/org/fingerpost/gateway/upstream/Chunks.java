package org.fingerpost.gateway.upstream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.fingerpost.gateway.names.Destination;
import org.fingerpost.gateway.upstream.doors.Asked;
import org.fingerpost.gateway.upstream.doors.Doors;
import org.fingerpost.gateway.upstream.doors.Part;
import org.fingerpost.gateway.upstream.doors.Reply;
import org.jboss.logging.Logger;

/**
 * Pieces of large files, for all who read them together: each is fetched once, and those that
 * nobody has read for longest make room. For any thread.
 */
final class Chunks {
    /** Some hundred blocks: the way to the door is gone once for all of them. */
    static final int BYTES = 256 * 1024;

    /**
     * A piece is the same for all phones whom the door told the same tag.
     *
     * @param tag names the bytes: after a change there is another
     */
    record Id(Destination.At file, String tag, long number) {}

    /** A door in trouble is not asked by each reader with each block. */
    private static final long PAUSE = Duration.ofSeconds(1).toNanos();

    private static final Logger LOG = Logger.getLogger(Chunks.class);

    private final Doors doors;
    private final int most;
    private final Map<Id, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final LongSupplier nanos;

    /** When each was refused that is not asked for again yet. */
    private final Map<Id, Long> failed = new LinkedHashMap<>();

    private final Map<Id, List<Consumer<Optional<byte[]>>>> awaited = new HashMap<>();

    /**
     * @param nanos a clock that only goes on
     */
    Chunks(Doors doors, long mostBytes, LongSupplier nanos) {
        this.nanos = nanos;
        this.doors = doors;
        this.most = (int) Math.max(1, mostBytes / BYTES);
    }

    synchronized Optional<byte[]> find(Id id) {
        return Optional.ofNullable(kept.get(id));
    }

    synchronized void keep(Id id, byte[] bytes) {
        kept.put(id, bytes);
        while (kept.size() > most) {
            kept.remove(kept.keySet().iterator().next());
        }
    }

    /**
     * Fetches it unless somebody does already; what comes is empty if it cannot be had, at once if
     * so much was found within the last second.
     */
    void fetch(Asked asked, Id id, Consumer<Optional<byte[]>> then) {
        if (failedLately(id)) {
            then.accept(Optional.empty());
            return;
        }
        synchronized (this) {
            List<Consumer<Optional<byte[]>>> waiting = awaited.get(id);
            if (waiting != null) {
                waiting.add(then);
                return;
            }
            awaited.put(id, new ArrayList<>(List.of(then)));
        }
        Part part = new Part(id.number() * BYTES, BYTES, Optional.empty());
        try {
            doors.get(asked, part, reply -> arrived(id, reply));
        } catch (RuntimeException broken) {
            LOG.error("A door could not be asked", broken);
            arrived(id, new Reply.Away());
        }
    }

    private synchronized boolean failedLately(Id id) {
        failed.values().removeIf(at -> nanos.getAsLong() - at >= PAUSE);
        return failed.containsKey(id);
    }

    /** Whoever fails at it is not to keep the others waiting. */
    private void arrived(Id id, Reply reply) {
        // Another tag is another file: half of one and half of the other is none.
        Optional<byte[]> bytes =
                reply instanceof Reply.Some(String tag, long _, byte[] some) && tag.equals(id.tag())
                        ? Optional.of(some)
                        : Optional.empty();
        List<Consumer<Optional<byte[]>>> waiting;
        synchronized (this) {
            bytes.ifPresentOrElse(some -> keep(id, some), () -> failed.put(id, nanos.getAsLong()));
            waiting = Optional.ofNullable(awaited.remove(id)).orElseGet(List::of);
        }
        for (Consumer<Optional<byte[]>> each : waiting) {
            try {
                each.accept(bytes);
            } catch (RuntimeException broken) {
                LOG.error("A piece of a file could not be given", broken);
            }
        }
    }
}
