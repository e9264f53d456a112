package org.fingerpost.config.keys.changes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fingerpost.config.keys.Rewrapping;
import org.fingerpost.door.sightings.OnceAMinute;
import org.jboss.logging.Logger;

/**
 * What is done about keys in the background: once after the start all providers' keys are wrapped
 * under the current master key, and from then on walks are gone.
 */
@ApplicationScoped
class KeyWork {
    private static final Logger LOG = Logger.getLogger(KeyWork.class);

    /** How long another process' change of a key may wait; this one's own nudges. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Rewrapping rewrapping;
    private final KeyWalk walk;
    private final boolean controlPlane;
    private final Semaphore nudges = new Semaphore(0);
    private final OnceAMinute trouble = new OnceAMinute();
    private final Thread thread = new Thread(this::work, "keys");
    private volatile boolean stopping;

    KeyWork(
            Rewrapping rewrapping,
            KeyWalk walk,
            @ConfigProperty(name = "fingerpost.planes", defaultValue = "both") String planes) {
        this.rewrapping = rewrapping;
        this.walk = walk;
        this.controlPlane = !planes.equalsIgnoreCase("data");
    }

    void start(@Observes StartupEvent event) {
        if (controlPlane) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        nudge();
        if (controlPlane) {
            thread.join(PAUSE.multipliedBy(2));
        }
    }

    void nudge() {
        nudges.release();
    }

    private void work() {
        boolean wrapped = false;
        while (!stopping) {
            try {
                if (!wrapped) {
                    rewrapping.run();
                    wrapped = true;
                }
                if (!walk.step()) {
                    pause();
                }
            } catch (RuntimeException e) {
                if (!stopping) {
                    trouble.run(() -> LOG.warnf("the work on keys waits: %s", e));
                    pause();
                }
            }
        }
    }

    private void pause() {
        try {
            nudges.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            nudges.drainPermits();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
