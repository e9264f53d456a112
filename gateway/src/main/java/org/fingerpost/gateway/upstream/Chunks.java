package org.fingerpost.gateway.upstream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.fingerpost.gateway.names.Destination;
import org.fingerpost.gateway.upstream.doors.Asked;
import org.fingerpost.gateway.upstream.doors.Doors;
import org.fingerpost.gateway.upstream.doors.Part;
import org.fingerpost.gateway.upstream.doors.Reply;

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

    private final Doors doors;
    private final int most;
    private final Map<Id, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Id, List<Consumer<Optional<byte[]>>>> awaited = new HashMap<>();

    Chunks(Doors doors, long mostBytes) {
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

    /** Fetches it unless somebody does already; what comes is empty if it cannot be had. */
    void fetch(Asked asked, Id id, Consumer<Optional<byte[]>> then) {
        synchronized (this) {
            List<Consumer<Optional<byte[]>>> waiting = awaited.get(id);
            if (waiting != null) {
                waiting.add(then);
                return;
            }
            awaited.put(id, new ArrayList<>(List.of(then)));
        }
        Part part = new Part(id.number() * BYTES, BYTES, Optional.empty());
        doors.get(asked, part, reply -> arrived(id, reply));
    }

    private void arrived(Id id, Reply reply) {
        // Another tag is another file: half of one and half of the other is none.
        Optional<byte[]> bytes =
                reply instanceof Reply.Some(String tag, long _, byte[] some) && tag.equals(id.tag())
                        ? Optional.of(some)
                        : Optional.empty();
        List<Consumer<Optional<byte[]>>> waiting;
        synchronized (this) {
            bytes.ifPresent(some -> keep(id, some));
            waiting = awaited.remove(id);
        }
        waiting.forEach(each -> each.accept(bytes));
    }
}
