package org.fingerpost.redirect.notices.deliveries;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fingerpost.redirect.egress.http.Came;
import org.fingerpost.redirect.notices.Notice;
import org.jboss.logging.Logger;

/** Delivers what is due, as long as the service runs; several services share the work. */
@ApplicationScoped
class Deliverer {
    private static final Logger LOG = Logger.getLogger(Deliverer.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Deliveries deliveries;
    private final Postman postman;
    private final boolean delivers;
    private final Semaphore places;
    private final Semaphore work = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopping;
    private volatile boolean troubled;

    Deliverer(
            Deliveries deliveries,
            Postman postman,
            DeliveriesConfig config,
            @ConfigProperty(name = "fingerpost.planes", defaultValue = "both") String planes) {
        this.deliveries = deliveries;
        this.postman = postman;
        this.delivers = !planes.equalsIgnoreCase("data") && config.atOnce() > 0;
        this.places = new Semaphore(config.atOnce());
        this.thread = Thread.ofPlatform().daemon().name("deliverer").unstarted(this::run);
    }

    void start(@Observes StartupEvent event) {
        if (delivers) {
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

    void nudge(@Observes(during = TransactionPhase.AFTER_SUCCESS) Notice notice) {
        work.release();
    }

    /** One try by the calling thread; false if nothing is due. */
    boolean deliverNext() {
        Optional<Attempt> next = deliveries.pick();
        next.ifPresent(this::deliver);
        return next.isPresent();
    }

    private void deliver(Attempt attempt) {
        switch (postman.send(attempt)) {
            case Came.Answered answer ->
                    deliveries.settle(attempt, answer.isGood(), "HTTP " + answer.status());
            case Came.Refused(String reason) -> deliveries.settle(attempt, false, reason);
            case Came.Failed(String reason) -> deliveries.settle(attempt, false, reason);
        }
    }

    private void run() {
        while (!stopping) {
            try {
                places.acquire();
                if (!handOver()) {
                    work.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
                    work.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                trouble(e);
            }
        }
    }

    /** Gives what is due to a thread of its own, which takes the place along. */
    private boolean handOver() {
        Optional<Attempt> next = Optional.empty();
        try {
            next = deliveries.pick();
            troubled = false;
        } finally {
            if (next.isEmpty()) {
                places.release();
            }
        }
        next.ifPresent(attempt -> Thread.ofVirtual().start(() -> deliverInItsPlace(attempt)));
        return next.isPresent();
    }

    private void deliverInItsPlace(Attempt attempt) {
        try {
            deliver(attempt);
        } catch (RuntimeException e) {
            // Nothing is lost: the lease ends, and it is tried again.
            trouble(e);
        } finally {
            places.release();
            work.release();
        }
    }

    private void trouble(RuntimeException e) {
        if (!troubled && !stopping) {
            LOG.warnf("deliveries wait for the database: %s", e.getMessage());
        }
        troubled = true;
        try {
            Thread.sleep(RETRY);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
