package org.fingerpost.firmware.upkeep;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fingerpost.firmware.uploads.Uploads;
import org.jboss.logging.Logger;

/** Does the walks, one at a time: by the clock, and when somebody asks. */
@ApplicationScoped
class Upkeep {
    private static final Logger LOG = Logger.getLogger(Upkeep.class);

    private final Sweeper sweeper;
    private final Checker checker;
    private final Uploads uploads;
    private final UpkeepConfig config;
    private final boolean works;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("upkeep").daemon().factory());
    private final AtomicBoolean checking = new AtomicBoolean();
    private volatile Optional<Sweep> lastSweep = Optional.empty();
    private volatile Optional<Check> lastCheck = Optional.empty();

    Upkeep(
            Sweeper sweeper,
            Checker checker,
            Uploads uploads,
            UpkeepConfig config,
            @ConfigProperty(name = "fingerpost.planes", defaultValue = "both") String planes) {
        this.sweeper = sweeper;
        this.checker = checker;
        this.uploads = uploads;
        this.config = config;
        this.works = !planes.equalsIgnoreCase("data");
    }

    void start(@Observes StartupEvent event) {
        if (works) {
            long period = config.every().toSeconds();
            thread.scheduleWithFixedDelay(this::turn, period, period, TimeUnit.SECONDS);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    /** At once, behind what is running. */
    Sweep sweep() {
        try {
            return thread.submit(this::swept).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException trouble) {
                throw trouble; // the database's, most likely: whoever asked is told so
            }
            throw new IllegalStateException("the walk failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while walking", e);
        }
    }

    /** In the background: every byte is read. */
    void check() {
        if (checking.compareAndSet(false, true)) {
            thread.execute(this::checked);
        }
    }

    boolean isChecking() {
        return checking.get();
    }

    Optional<Sweep> lastSweep() {
        return lastSweep;
    }

    Optional<Check> lastCheck() {
        return lastCheck;
    }

    private Sweep swept() {
        uploads.sweep();
        Sweep sweep = sweeper.sweep();
        lastSweep = Optional.of(sweep);
        return sweep;
    }

    private void checked() {
        try {
            Check check = checker.check();
            lastCheck = Optional.of(check);
            if (!check.missing().isEmpty()
                    || !check.corrupt().isEmpty()
                    || !check.unreadable().isEmpty()) {
                LOG.errorf(
                        "The store lacks %d blobs, %d were spoilt, and %d could not be read",
                        check.missing().size(), check.corrupt().size(), check.unreadable().size());
            }
        } catch (RuntimeException e) {
            LOG.error("The store could not be checked", e);
        } finally {
            checking.set(false);
        }
    }

    private void turn() {
        try {
            swept();
        } catch (RuntimeException e) {
            LOG.warnf("The walk over the store is put off: %s", e.getMessage());
        }
    }
}
