package org.fingerpost.outbox.migrations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.IntConsumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/** How this process sees to it that its database has this version's tables. */
@ApplicationScoped
public class Migrations {
    private static final Logger LOG = Logger.getLogger(Migrations.class);

    /** {@code fingerpost.migrations}. */
    public enum Mode {
        /** This process migrates, beside answering phones, as often as it takes. */
        BACKGROUND,
        /** This process migrates and ends: with 0 if that worked, else with 1. */
        ONLY,
        /** Another process does; until it has, nothing is written. */
        WAIT
    }

    private final Flyway flyway;
    private final Mode mode;
    private final IntConsumer exit;
    private volatile boolean told;

    @Inject
    Migrations(
            Flyway flyway,
            @ConfigProperty(name = "fingerpost.migrations", defaultValue = "background")
                    Mode mode) {
        // Nothing else of this process has begun that would have to end in order.
        this(flyway, mode, Runtime.getRuntime()::halt);
    }

    Migrations(Flyway flyway, Mode mode, IntConsumer exit) {
        this.flyway = flyway;
        this.mode = mode;
        this.exit = exit;
    }

    /** To be called before anything else is begun; does not return where only this is wanted. */
    public void endIfNothingElseIsWanted() {
        if (mode == Mode.ONLY) {
            boolean done = areDone();
            if (done) {
                LOG.info("the database is of this version");
            }
            exit.accept(done ? 0 : 1);
        }
    }

    /** One try; false if the database is away, or is not of this version yet. Said once. */
    public boolean areDone() {
        try {
            if (mode != Mode.WAIT) {
                flyway.migrate();
                return true;
            }
            var found = flyway.validateWithResult();
            if (!found.validationSuccessful) {
                tell("waits for who migrates it: " + found.getAllErrorMessages());
            }
            return found.validationSuccessful;
        } catch (RuntimeException e) {
            // The doors must open whatever the database says; the control plane tells its callers.
            tell("cannot be brought to this version yet: " + e.getMessage());
            return false;
        }
    }

    private void tell(String trouble) {
        if (!told) {
            LOG.warnf("the database %s", trouble.lines().findFirst().orElse("is silent"));
            told = true;
        }
    }
}
