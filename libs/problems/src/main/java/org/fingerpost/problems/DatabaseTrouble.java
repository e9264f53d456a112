package org.fingerpost.problems;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.stream.Stream;

/** What a failure says about the database, and so about the caller's write. */
enum DatabaseTrouble {
    /** The failure is not about the connection to it. */
    NONE,
    /** It did not answer a statement: without a commit nothing is done. */
    AWAY,
    /**
     * The commit was not confirmed: it took too long, or the connection broke while it was under
     * way. It may have been done.
     */
    UNSURE;

    static DatabaseTrouble of(Throwable failure) {
        boolean refused =
                causes(failure)
                        .anyMatch(cause -> cause instanceof SQLException sql && !isAway(sql));
        if (refused) {
            return NONE;
        }
        if (causes(failure).anyMatch(DatabaseTrouble::isOfCommit)) {
            return UNSURE;
        }
        return causes(failure).anyMatch(SQLException.class::isInstance) ? AWAY : NONE;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    /** Also of one whose connection broke: the transaction manager calls both a rollback. */
    private static boolean isOfCommit(Throwable cause) {
        return cause instanceof RollbackException
                || cause instanceof HeuristicMixedException
                || cause instanceof HeuristicRollbackException;
    }

    /**
     * PostgreSQL's class 08 (connection), 57P (shutdown), 53 (resources), or a pool that got no
     * connection in time.
     */
    private static boolean isAway(SQLException sql) {
        String state = sql.getSQLState();
        return state == null
                || state.startsWith("08")
                || state.startsWith("57P")
                || state.startsWith("53");
    }
}
