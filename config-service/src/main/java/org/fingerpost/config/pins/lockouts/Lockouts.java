package org.fingerpost.config.pins.lockouts;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Counts failures. An attempt is paid for before it is looked at, in a transaction of its own: so
 * of guesses that come at the same moment no more are looked at than are left, and a guess counts
 * whatever becomes of the claim: refused, rolled back, or broken off.
 */
@ApplicationScoped
public class Lockouts {
    private final Counts counts;
    private final LockoutsConfig config;
    private final Clock clock;

    Lockouts(Counts counts, LockoutsConfig config, Clock clock) {
        this.counts = counts;
        this.config = config;
        this.clock = clock;
    }

    /** Counts a failure for each of these, unless one of them has too many already. */
    public Toll pay(long provider, List<Counted> all) {
        Instant now = clock.instant();
        try {
            QuarkusTransaction.requiringNew().run(() -> pay(provider, sorted(all), now));
            return new Toll.Paid();
        } catch (TooManyFailures e) {
            return new Toll.LockedOut(e.wait);
        }
    }

    /** A right PIN: the attempt was no failure, and those before it were slips. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forgive(long provider, List<Counted> paid) {
        for (Counted counted : sorted(paid)) {
            if (counted.kind().isForgiven()) {
                counts.forget(provider, counted);
            } else {
                counts.takeBack(provider, counted);
            }
        }
    }

    /**
     * The attempt was no failure; those before it stay. For a claim that is only repeated: else
     * whoever has one good PIN could repeat it between any two guesses.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void refund(long provider, List<Counted> paid) {
        sorted(paid).forEach(counted -> counts.takeBack(provider, counted));
    }

    /** The telephone numbers for which no PIN is looked at just now. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<String> lockedNumbers(long provider) {
        Counted.Kind kind = Counted.Kind.NUMBER;
        return counts.full(provider, kind, most(kind), clock.instant().minus(config.window()));
    }

    private void pay(long provider, List<Counted> all, Instant now) {
        Instant over = now.minus(config.window());
        for (Counted counted : all) {
            Counts.Count count = counts.add(provider, counted, now, over);
            if (count.failures() > most(counted.kind())) {
                // Rolls back what was counted: who is locked out leaves no trace, however often.
                throw new TooManyFailures(Duration.between(over, count.began()));
            }
        }
        counts.sweep(provider, over);
    }

    private int most(Counted.Kind kind) {
        return switch (kind) {
            case CALLS -> config.allCalls();
            case PAGE -> config.allAtPage();
            case ADDRESS -> config.perAddress();
            case CALLER -> config.perCaller();
            case MAC -> config.perMac();
            case NUMBER -> config.perNumber();
        };
    }

    private static List<Counted> sorted(List<Counted> all) {
        return all.stream().sorted(Counted.ORDER).toList();
    }

    private static final class TooManyFailures extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Duration wait;

        TooManyFailures(Duration wait) {
            super(null, null, false, false);
            this.wait = wait;
        }
    }
}
