package org.fingerpost.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.fingerpost.outbox.traces.TraceParent;

/**
 * Appends state to the outbox inside the caller's transaction: either both the caller's rows and
 * the event are there, or neither.
 *
 * <p>The caller must hold the lock of the row that the event tells about, and have flushed it,
 * before it appends: the revision is drawn at that moment, so that of two writers of one key the
 * later has the higher revision.
 */
public final class Outbox {
    private static final String APPEND =
            """
            WITH appended AS (
                INSERT INTO outbox (key, type, gone, value, traceparent)
                VALUES (?, ?, ?, ?, nullif(?, ''))
                RETURNING key, type, revision, gone, value)
            INSERT INTO outbox_told (key, type, revision, gone, value) SELECT * FROM appended
            ON CONFLICT (key) DO UPDATE
                SET type = excluded.type, revision = excluded.revision, gone = excluded.gone,
                    since = excluded.since, value = excluded.value
            RETURNING pg_current_xact_id()::text
            """;
    private static final String APPEND_ALL =
            """
            WITH appended AS (
                INSERT INTO outbox (key, type, value, traceparent)
                SELECT key, ?, value, nullif(?, '') FROM unnest(?::text[], ?::bytea[]) AS state (key, value)
                RETURNING key, type, revision, gone, value)
            INSERT INTO outbox_told (key, type, revision, gone, value) SELECT * FROM appended
            ON CONFLICT (key) DO UPDATE
                SET type = excluded.type, revision = excluded.revision, gone = excluded.gone,
                    since = excluded.since, value = excluded.value
            """;
    private static final byte[] GONE = "{\"gone\":true}".getBytes(StandardCharsets.US_ASCII);

    private final DataSource dataSource;
    private final TransactionSynchronizationRegistry transactions;
    private final Runnable nudge;
    private final ObjectMapper json;

    /**
     * @param dataSource hands out the connection of the transaction that is running
     * @param nudge called after a transaction that appended has committed; usually {@link
     *     Relay#nudge}
     */
    public Outbox(
            DataSource dataSource,
            TransactionSynchronizationRegistry transactions,
            Runnable nudge,
            ObjectMapper json) {
        this.json = json;
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.nudge = nudge;
    }

    /**
     * The thing named {@code key} is now {@code state}, written as JSON.
     *
     * @param type the CloudEvents type, which names the schema of the state
     * @return the commit number of the running transaction: a door that tells this number or a
     *     higher one knows the value
     */
    public long append(String key, String type, Object state) {
        return write(key, type, false, json(key, state));
    }

    /**
     * {@link #append} for many things at once, in one statement; the caller holds the locks of all
     * their rows.
     *
     * @param states by key, in the order in which they are told
     */
    public void appendAll(String type, Map<String, ?> states) {
        if (states.isEmpty()) {
            return;
        }
        mustBeInTransaction("many " + type);
        byte[][] values =
                states.entrySet().stream()
                        .map(state -> json(state.getKey(), state.getValue()))
                        .toArray(byte[][]::new);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement append = connection.prepareStatement(APPEND_ALL)) {
            append.setString(1, type);
            append.setString(2, TraceParent.current());
            append.setArray(3, connection.createArrayOf("text", states.keySet().toArray()));
            append.setArray(4, connection.createArrayOf("bytea", values));
            append.executeUpdate();
            nudgeAfterCommit();
        } catch (SQLException e) {
            throw new OutboxException("could not append many " + type + " to the outbox", e);
        }
    }

    /** The thing named {@code key} is gone. A tombstone follows by itself after seven days. */
    public long appendGone(String key, String type) {
        return write(key, type, true, GONE);
    }

    /**
     * The number of the running transaction, for what must carry it before anything is appended.
     */
    public long commitNumber() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement ask =
                        connection.prepareStatement("SELECT pg_current_xact_id()::text");
                ResultSet row = ask.executeQuery()) {
            row.next();
            return Long.parseLong(row.getString(1));
        } catch (SQLException e) {
            throw new OutboxException("could not ask for the transaction's number", e);
        }
    }

    private byte[] json(String key, Object state) {
        try {
            return json.writeValueAsBytes(state);
        } catch (JsonProcessingException e) {
            throw new OutboxException(key + " cannot be written as JSON", e);
        }
    }

    private void mustBeInTransaction(String what) {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("nothing is appended outside a transaction: " + what);
        }
    }

    private long write(String key, String type, boolean gone, byte[] value) {
        mustBeInTransaction(key);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement append = connection.prepareStatement(APPEND)) {
            append.setString(1, key);
            append.setString(2, type);
            append.setBoolean(3, gone);
            append.setBytes(4, value);
            append.setString(5, TraceParent.current());
            try (ResultSet row = append.executeQuery()) {
                row.next();
                nudgeAfterCommit();
                return Long.parseLong(row.getString(1));
            }
        } catch (SQLException e) {
            throw new OutboxException("could not append " + key + " to the outbox", e);
        }
    }

    private void nudgeAfterCommit() {
        transactions.registerInterposedSynchronization(
                new Synchronization() {
                    @Override
                    public void beforeCompletion() {
                        // Nothing: the row is written.
                    }

                    @Override
                    public void afterCompletion(int status) {
                        nudge.run();
                    }
                });
    }
}
