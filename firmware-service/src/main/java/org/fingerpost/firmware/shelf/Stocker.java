package org.fingerpost.firmware.shelf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.fingerpost.firmware.blobs.Digest;
import org.jboss.logging.Logger;

/**
 * Stocks a door's shelf behind its back: with all that is held as soon as it is published, and with
 * what a phone has asked for before anything else. No phone waits for it.
 */
public final class Stocker implements Shelf, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Stocker.class);

    /** A phone that was put off comes back after that, or up to twice of it. */
    private static final int RETRY_AFTER_SECONDS = 15;

    /** Between two looks when nobody has said anything: a pause may have ended. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** Until what could not be read is tried once more. */
    private static final Duration READ_AGAIN = Duration.ofMinutes(1);

    private final Cache cache;
    private final BlobSource source;
    private final Supplier<Map<Digest, Long>> held;
    private final Errands errands;
    private final Clock clock;

    /** Whose time comes first is first. */
    private final Queue<Unproven> unproven = new ArrayDeque<>();

    private final List<Thread> workers = new ArrayList<>();
    private final Object news = new Object();
    private volatile boolean closed;
    private volatile Optional<String> trouble = Optional.empty();

    private Stocker(Cache cache, BlobSource source, Supplier<Map<Digest, Long>> held, Clock clock) {
        this.cache = cache;
        this.source = source;
        this.held = held;
        this.errands = new Errands(clock);
        this.clock = clock;
        cache.all().forEach(digest -> unproven.add(new Unproven(digest, Instant.MIN)));
    }

    /** A blob of an earlier process that is to be read, from a time on. */
    private record Unproven(Digest digest, Instant from) {}

    /**
     * @param held what a release or a companion names, with its size: immutable or concurrent
     */
    public static Stocker start(
            Path stateFolder,
            ShelfSettings settings,
            BlobSource source,
            Supplier<Map<Digest, Long>> held,
            Clock clock) {
        long most = settings.size().asLongValue();
        long reserve = settings.reserve().asLongValue();
        Stocker stocker =
                new Stocker(Cache.open(stateFolder, most, reserve, clock), source, held, clock);
        for (int i = 0; i < settings.atOnce(); i++) {
            stocker.workers.add(
                    Thread.ofPlatform().name("stocker-" + i).daemon().start(stocker::work));
        }
        return stocker;
    }

    @Override
    public Reach reach(Digest digest, long size) {
        Optional<Path> here = cache.find(digest, size);
        if (here.isPresent()) {
            return new Reach.Here(here.get());
        }
        if (errands.ask(digest, size)) {
            look();
        }
        int spread = ThreadLocalRandom.current().nextInt(RETRY_AFTER_SECONDS + 1);
        return new Reach.Coming(Duration.ofSeconds(RETRY_AFTER_SECONDS + spread));
    }

    /** What is held may have changed. */
    public void look() {
        synchronized (news) {
            news.notifyAll();
        }
    }

    /** Bytes on this disk. */
    public long bytes() {
        return cache.bytes();
    }

    /** Blobs that are held and not here. */
    public long missing() {
        return held.get().entrySet().stream()
                .filter(each -> !cache.has(each.getKey(), each.getValue()))
                .count();
    }

    /** Why the last blob that was tried did not come, if it did not. */
    public Optional<String> trouble() {
        return trouble;
    }

    @Override
    public void close() {
        closed = true;
        workers.forEach(Thread::interrupt);
    }

    private void work() {
        while (!closed) {
            try {
                if (!turn()) {
                    synchronized (news) {
                        news.wait(LOOK.toMillis());
                    }
                }
            } catch (InterruptedException e) {
                return;
            } catch (Throwable e) {
                // An error, too: nobody would start this thread again.
                tell("the shelf could not be stocked: " + e);
                pause();
            }
        }
    }

    /** One blob; false if there is nothing to do. */
    private boolean turn() {
        Optional<Errands.Errand> next = errands.next(held.get(), cache::has);
        if (next.isPresent()) {
            run(next.get());
            return true;
        }
        Optional<Digest> old = poll();
        old.ifPresent(this::prove);
        return old.isPresent();
    }

    private void prove(Digest digest) {
        switch (cache.prove(digest)) {
            case SOUND, MISSING -> {}
            case SPOILT -> tell("blob " + digest + " was spoilt on this disk");
            case UNREADABLE -> {
                tell("blob " + digest + " cannot be read on this disk");
                proveLater(digest);
            }
        }
    }

    private void run(Errands.Errand errand) {
        Optional<String> failure = Optional.of("it was given up");
        try {
            failure = fetch(errand);
        } finally {
            if (failure.isEmpty()) {
                errands.done(errand);
                trouble = Optional.empty();
            } else {
                errands.failed(errand);
                if (!closed) {
                    tell("blob " + errand.digest() + " is not on this disk: " + failure.get());
                }
            }
        }
    }

    /** Why it failed, if it did. */
    private Optional<String> fetch(Errands.Errand errand) {
        Map<Digest, Long> all = held.get();
        Cache.Room room =
                cache.makeRoom(
                        errand.digest(), errand.size(), all::containsKey, errand.forAPhone());
        if (room instanceof Cache.Room.No(var why)) {
            return Optional.of(why);
        }
        try (InputStream bytes = source.open(errand.digest(), errand.size())) {
            cache.take(errand.digest(), errand.size(), bytes);
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } finally {
            cache.release(errand.digest());
        }
    }

    private synchronized Optional<Digest> poll() {
        if (unproven.isEmpty() || clock.instant().isBefore(unproven.peek().from)) {
            return Optional.empty();
        }
        return Optional.of(unproven.remove().digest);
    }

    private synchronized void proveLater(Digest digest) {
        unproven.add(new Unproven(digest, clock.instant().plus(READ_AGAIN)));
    }

    /** Once for each trouble, however often it is tried. */
    private void tell(String what) {
        if (!trouble.equals(Optional.of(what))) {
            LOG.errorf("%s; phones get 503 for it and what they have stays", what);
        }
        trouble = Optional.of(what);
    }

    private void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            closed = true;
        }
    }
}
