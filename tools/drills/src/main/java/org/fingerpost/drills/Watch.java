package org.fingerpost.drills;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.fingerpost.drills.ledger.Tally;
import org.fingerpost.drills.town.Health;
import org.fingerpost.drills.town.Patience;
import org.fingerpost.drills.town.Town;

/**
 * Asks every process to which nothing was done how it is: one that calls itself ill because of what
 * is behind it would be restarted by whoever watches it.
 */
final class Watch implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Town town;
    private final AtomicReference<Tally> tally;
    private final Thread thread;
    private volatile boolean stopping;

    Watch(Town town, AtomicReference<Tally> tally) {
        this.town = town;
        this.tally = tally;
        this.thread = Thread.ofPlatform().daemon().name("watch").start(this::run);
    }

    private void run() {
        while (!stopping) {
            town.answering()
                    .forEach((port, process) -> {
                        for (String question : List.of("live", "ready")) {
                            boolean excused = process.harmed();
                            Health health = Health.of(port, question);
                            if (health != Health.WELL && !excused && !process.harmed()) {
                                Tally now = tally.get();
                                now.fault(
                                        now.ill,
                                        process.name() + " is not " + question + ": " + health);
                            }
                        }
                    });
            Patience.pause(EVERY);
        }
    }

    @Override
    public void close() {
        stopping = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
