package org.fingerpost.redirect.attempts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;
import org.fingerpost.problems.Problem;

/**
 * Runs a decision in a transaction of its own, and once more if somebody else was quicker: what was
 * read before is then read again, and the second answer is the true one. Inside a transaction that
 * is running already it only joins, and whoever began that one tries again.
 *
 * <p>Rows are locked in this order, so that waiting seldom becomes a deadlock: a transfer, then
 * ranges by their ids, then delegations; the audit and the outbox come last. Where the database
 * still finds a deadlock, this is where it ends.
 */
@ApplicationScoped
public class Attempts {
    /** More losses in a row than that are no accident. */
    private static final int MOST = 10;

    /** An exclusion, a foreign key, a serialization failure, a deadlock. */
    private static final Set<String> RACES = Set.of("23P01", "23503", "40001", "40P01");

    private final Transactions transactions;

    public Attempts(Transactions transactions) {
        this.transactions = transactions;
    }

    public <T> T run(Supplier<T> decision) {
        if (transactions.running()) {
            return decision.get();
        }
        for (int tries = 0; tries < MOST; tries++) {
            try {
                return transactions.begin(decision);
            } catch (RuntimeException e) {
                if (!wasRace(e)) {
                    throw e;
                }
            }
        }
        throw Problem.conflict(
                "ranges-in-motion", "others are changing the same ranges just now: try again");
    }

    /** Did the database refuse because of what somebody else wrote in between? */
    public static boolean wasRace(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RaceLost || (cause instanceof SQLException sql && isRace(sql))) {
                return true;
            }
        }
        return false;
    }

    /** A pool that had no connection in time gives no state. */
    private static boolean isRace(SQLException sql) {
        return sql.getSQLState() != null && RACES.contains(sql.getSQLState());
    }
}
