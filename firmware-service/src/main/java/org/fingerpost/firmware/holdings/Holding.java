package org.fingerpost.firmware.holdings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Duration;
import org.fingerpost.firmware.blobs.BlobStore;
import org.fingerpost.firmware.blobs.Digest;
import org.fingerpost.problems.Problem;
import org.fingerpost.statements.Statements;

/**
 * Whoever is about to hold blobs, and the walk that drops one, exclude each other until their
 * transactions end: in the database, which all processes that share a store have in common. So a
 * row never names a blob that was dropped a moment before, however slow either of them is.
 */
@ApplicationScoped
public class Holding {
    /** Any number that no other lock of this database has. */
    private static final long LOCK = 0x626c6f6273L;

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** PostgreSQL's lock_not_available. */
    private static final String TIMED_OUT = "55P03";

    private final Statements statements;
    private final BlobStore blobs;

    Holding(Statements statements, BlobStore blobs) {
        this.statements = statements;
        this.blobs = blobs;
    }

    /**
     * From now on to the end of the transaction no walk drops anything. Many may be about to hold.
     *
     * @throws Problem if a walk does not come to its end for some seconds: its store may be slow
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void begin() {
        statements.run("SET LOCAL lock_timeout = " + PATIENCE.toMillis());
        try {
            lock("SELECT pg_advisory_xact_lock_shared(?)");
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof SQLException sql && TIMED_OUT.equals(sql.getSQLState())) {
                throw Problem.notNow("store-busy", "the store is being swept; try again");
            }
            throw e;
        }
        statements.run("SET LOCAL lock_timeout TO DEFAULT");
    }

    /**
     * After {@link #begin}.
     *
     * @throws Problem if a walk was quicker than whoever kept the blob
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void mustHave(Digest digest, long size) {
        if (!blobs.has(digest, size)) {
            throw Problem.notNow(
                    "blob-dropped", "bytes of it were dropped meanwhile: send it once more");
        }
    }

    /** Nobody begins to hold anything until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    void exclude() {
        lock("SELECT pg_advisory_xact_lock(?)");
    }

    private void lock(String sql) {
        statements.list(sql, row -> true, LOCK);
    }
}
