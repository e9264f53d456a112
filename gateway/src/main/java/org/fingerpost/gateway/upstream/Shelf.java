package org.fingerpost.gateway.upstream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.fingerpost.gateway.upstream.doors.Asked;
import org.fingerpost.gateway.upstream.doors.Doors;
import org.fingerpost.gateway.upstream.doors.Part;
import org.fingerpost.gateway.upstream.doors.Reply;
import org.jboss.logging.Logger;

/**
 * Files that were asked for, each by those who say the same of themselves. What came without an
 * entity tag is given to those who asked at the same moment, and not kept. For any thread.
 */
final class Shelf {
    private static final Logger LOG = Logger.getLogger(Shelf.class);

    private final Doors doors;
    private final Chunks chunks;
    private final KeptFiles kept;
    private final long fresh;
    private final long stale;
    private final LongSupplier nanos;
    private final Map<Asked.Key, List<Consumer<Found>>> awaited = new HashMap<>();

    /**
     * @param nanos a clock that only goes on
     */
    Shelf(Doors doors, Chunks chunks, UpstreamConfig config, LongSupplier nanos) {
        this(
                doors,
                chunks,
                new KeptFiles(config.files().asLongValue()),
                config.fresh(),
                config.stale(),
                nanos);
    }

    Shelf(
            Doors doors,
            Chunks chunks,
            KeptFiles kept,
            Duration fresh,
            Duration stale,
            LongSupplier nanos) {
        this.doors = doors;
        this.chunks = chunks;
        this.kept = kept;
        this.fresh = fresh.toNanos();
        this.stale = stale.toNanos();
        this.nanos = nanos;
    }

    void open(Asked asked, Consumer<Found> then) {
        Optional<KeptFiles.Kept> here;
        synchronized (this) {
            here = kept.find(asked.key());
            if (here.filter(file -> nanos.getAsLong() - file.confirmed() < fresh).isEmpty()) {
                List<Consumer<Found>> waiting = awaited.get(asked.key());
                if (waiting != null) {
                    waiting.add(then);
                    return;
                }
                awaited.put(asked.key(), new ArrayList<>(List.of(then)));
                here = here.map(KeptFiles.Kept::doubted);
            }
        }
        if (here.isPresent() && !here.get().doubtful()) {
            then.accept(new Found.File(here.get().source()));
        } else {
            ask(asked, here);
        }
    }

    private void ask(Asked asked, Optional<KeptFiles.Kept> here) {
        Part part = new Part(0, Chunks.BYTES, here.map(KeptFiles.Kept::tag));
        try {
            doors.get(asked, part, reply -> tell(asked, found(asked, here, reply)));
        } catch (RuntimeException broken) {
            LOG.error("A door could not be asked", broken);
            tell(asked, new Found.NotNow());
        }
    }

    /** Whoever fails at it is not to keep the others waiting. */
    private void tell(Asked asked, Found found) {
        List<Consumer<Found>> waiting;
        synchronized (this) {
            waiting = Optional.ofNullable(awaited.remove(asked.key())).orElseGet(List::of);
        }
        for (Consumer<Found> each : waiting) {
            try {
                each.accept(found);
            } catch (RuntimeException broken) {
                LOG.error("A file that was found could not be given", broken);
            }
        }
    }

    private Found found(Asked asked, Optional<KeptFiles.Kept> here, Reply reply) {
        return switch (reply) {
            case Reply.Whole(String tag, byte[] bytes) -> keep(asked, tag, new WholeFile(bytes));
            case Reply.Some(String tag, long size, byte[] bytes) -> some(asked, tag, size, bytes);
            case Reply.Unchanged() ->
                    here.map(file -> keep(asked, file.tag(), file.source().askedBy(asked)))
                            .orElseGet(Found.NotNow::new);
            case Reply.Absent() -> gone(asked, new Found.None());
            case Reply.Elsewhere(String location) -> gone(asked, new Found.Elsewhere(location));
            case Reply.Later() -> new Found.NotNow();
            case Reply.Away() ->
                    here.filter(file -> nanos.getAsLong() - file.confirmed() < stale)
                            .<Found>map(file -> new Found.File(file.source()))
                            .orElseGet(Found.NotNow::new);
        };
    }

    private Found some(Asked asked, String tag, long size, byte[] bytes) {
        if (bytes.length == size) {
            return keep(asked, tag, new WholeFile(bytes));
        }
        if (tag.isEmpty()) {
            // Its pieces could be those of different files.
            return new Found.NotNow();
        }
        chunks.keep(new Chunks.Id(asked.at(), tag, 0), bytes);
        return keep(asked, tag, new RemoteFile(chunks, asked, tag, size));
    }

    private synchronized Found keep(Asked asked, String tag, Source source) {
        return new Found.File(
                tag.isEmpty()
                        ? source
                        : kept.put(
                                asked.key(),
                                new KeptFiles.Kept(source, tag, nanos.getAsLong(), false)));
    }

    private synchronized Found gone(Asked asked, Found instead) {
        kept.remove(asked.key());
        return instead;
    }
}
