package org.fingerpost.firmware.rollouts.turn;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.fingerpost.statements.Statements;

/**
 * What becomes of rollouts and of their phones is decided by one transaction at a time, of all
 * control planes: what a phone did, that it is parked, and that a person rolls back or releases it.
 * Whoever takes the turn does so before it locks a row, so that nobody waits in a circle.
 */
@ApplicationScoped
public class Turn {
    /** No other lock of this database has the number. */
    private static final long LOCK = 0x726f6c6c6f757473L;

    private final Statements statements;

    Turn(Statements statements) {
        this.statements = statements;
    }

    /** Waits for the turn, which ends with the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void take() {
        statements.list("SELECT pg_advisory_xact_lock(?)", row -> row, LOCK);
    }
}
