package org.fingerpost.redirect.imports;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Works on what waits, as long as the service runs; several services share the work. */
@ApplicationScoped
class ImportWorker {
    private static final Logger LOG = Logger.getLogger(ImportWorker.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Chunks chunks;
    private final boolean works;
    private final Semaphore work = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopping;
    private volatile boolean troubled;

    ImportWorker(
            Chunks chunks,
            ImportsConfig config,
            @ConfigProperty(name = "fingerpost.planes", defaultValue = "both") String planes) {
        this.chunks = chunks;
        this.works = !planes.equalsIgnoreCase("data") && config.work();
        this.thread = Thread.ofPlatform().daemon().name("range-imports").unstarted(this::run);
    }

    void start(@Observes StartupEvent event) {
        if (works) {
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        if (thread.isAlive()) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(5));
        }
    }

    void nudge(@Observes(during = TransactionPhase.AFTER_SUCCESS) RangeImports.Asked asked) {
        work.release();
    }

    private void run() {
        while (!stopping) {
            try {
                if (!chunks.next()) {
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

    /** Nothing is lost: the chunk was rolled back and is tried again. */
    private void trouble(RuntimeException e) {
        if (!troubled && !stopping) {
            LOG.warnf("imports wait for the database: %s", e.getMessage());
        }
        troubled = true;
        try {
            Thread.sleep(RETRY);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
