package org.fingerpost.redirect.dialects;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.fingerpost.audit.Audit;
import org.fingerpost.problems.Problem;
import org.fingerpost.redirect.dialects.credentials.Dialect;
import org.fingerpost.redirect.dialects.credentials.Speaker;
import org.fingerpost.redirect.egress.Pace;

/**
 * How much of dialects is taken at once: strangers, who must be looked up too, leave most of the
 * database's connections to others, and no program calls more often than its share.
 */
@ApplicationScoped
public class Turnstile {
    /** Half of the database's connections. */
    private static final int AT_ONCE = 8;

    private static final int CALLS_A_MINUTE = 1_200;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Pace pace;

    public Turnstile(Clock clock) {
        this.pace = new Pace(CALLS_A_MINUTE, Duration.ofMinutes(1), clock);
    }

    /** Runs what a call asks for; the audit says by which dialect it came. */
    public <T> T pass(Dialect dialect, Supplier<T> work) {
        if (!entered()) {
            throw Problem.notNow("too-many-calls-at-once", "too many calls at once; try again");
        }
        try {
            return ScopedValue.where(Audit.VIA, dialect.word()).call(work::get);
        } finally {
            free.release();
        }
    }

    /**
     * @throws Problem if the credential's program has called too often
     */
    public void count(Speaker speaker) {
        if (!pace.take(speaker.credential())) {
            throw Problem.other(
                    429,
                    "too-many-calls",
                    "Too many calls",
                    "a credential makes " + CALLS_A_MINUTE + " calls a minute at the most");
        }
    }

    private boolean entered() {
        try {
            return free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
