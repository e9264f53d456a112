package org.fingerpost.lists;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Takes turns at the work that waits, one after the other, for as long as there is any; looks again
 * twice a second, and at once when it is nudged.
 */
public final class ListWorker {
    private static final Logger LOG = Logger.getLogger(ListWorker.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final BooleanSupplier turn;
    private final Semaphore work = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopping;
    private volatile boolean troubled;

    /**
     * @param name of the thread, and of the work in the log
     * @param turn does some of the work; false if there was none. Where it throws it has done
     *     nothing, and is asked again
     */
    public ListWorker(String name, BooleanSupplier turn) {
        this.turn = turn;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Does nothing if it was never started. */
    public void stop() throws InterruptedException {
        stopping = true;
        if (thread.isAlive()) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(5));
        }
    }

    /** There is work. */
    public void nudge() {
        work.release();
    }

    private void run() {
        while (!stopping) {
            try {
                if (!turn.getAsBoolean()) {
                    work.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
                    work.drainPermits();
                }
                troubled = false;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                trouble(e);
            }
        }
    }

    private void trouble(RuntimeException e) {
        if (!troubled && !stopping) {
            LOG.warnf("%s: waiting for the database: %s", thread.getName(), e.getMessage());
        }
        troubled = true;
        try {
            Thread.sleep(RETRY);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
