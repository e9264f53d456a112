package org.fingerpost.drills.writes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.fingerpost.drills.drilled.Outcome;
import org.fingerpost.drills.drilled.Writer;
import org.fingerpost.drills.ledger.Tally;
import org.fingerpost.drills.town.Patience;

/** Writers that write all the time, and the counts of what came of it. */
public final class WriteLoad implements AutoCloseable {
    private static final Duration BETWEEN_WRITES = Duration.ofMillis(100);
    private static final Duration AFTER_TROUBLE = Duration.ofMillis(500);

    private final AtomicReference<Tally> tally;
    private final List<Thread> threads = new ArrayList<>();
    private final ReadWriteLock rest = new ReentrantReadWriteLock(true);
    private volatile boolean stopping;

    /** {@code tally}: of the drill that is under way. */
    public WriteLoad(List<Writer> writers, AtomicReference<Tally> tally) {
        this.tally = tally;
        for (Writer writer : writers) {
            threads.add(Thread.ofVirtual().start(() -> run(writer)));
        }
    }

    private void run(Writer writer) {
        while (!stopping) {
            rest.readLock().lock();
            try {
                writer.write(this::done);
            } finally {
                rest.readLock().unlock();
            }
            Patience.pause(BETWEEN_WRITES);
        }
    }

    /** Does this while nobody writes. */
    public void quietly(Runnable what) {
        rest.writeLock().lock();
        try {
            what.run();
        } finally {
            rest.writeLock().unlock();
        }
    }

    private <T> Optional<T> done(Outcome<T> outcome) {
        Tally now = tally.get();
        return switch (outcome) {
            case Outcome.Acknowledged<T>(var value) -> {
                now.acknowledged.incrementAndGet();
                yield Optional.of(value);
            }
            case Outcome.Refused<T>(var why) -> {
                // Nobody else writes these: a clash would be with a write of our own in doubt.
                now.fault(now.broken, "a write was refused: " + why);
                yield Optional.empty();
            }
            case Outcome.InDoubt<T>(int status, var why) -> {
                now.notAcknowledged.incrementAndGet();
                if (status == 500) {
                    now.fault(now.broken, "a write was answered " + why);
                }
                Patience.pause(AFTER_TROUBLE);
                yield Optional.empty();
            }
        };
    }

    /** Returns when the last write has its answer. */
    @Override
    public void close() {
        stopping = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
