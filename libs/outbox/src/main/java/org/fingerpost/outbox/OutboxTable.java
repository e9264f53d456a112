package org.fingerpost.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The relay's statements on the outbox, over one connection that it keeps. */
final class OutboxTable {
    static final int BATCH = 1000;

    /**
     * Only rows older than every running transaction: none with a lower commit number can appear
     * any more. One row more than a batch is looked at, so that each of the batch knows whether its
     * transaction goes on behind it.
     */
    private static final String NEXT =
            """
            SELECT id, commit_number::text, key, type, revision, gone, at, value, traceparent,
                   lead(commit_number) OVER (ORDER BY commit_number, id) IS DISTINCT FROM commit_number AS last
            FROM (SELECT * FROM outbox
                  WHERE commit_number < pg_snapshot_xmin(pg_current_snapshot())
                  ORDER BY commit_number, id LIMIT ?) AS oldest
            ORDER BY commit_number, id
            """;

    private static final String BURY =
            """
            WITH due AS (DELETE FROM outbox_told
                         WHERE key IN (SELECT key FROM outbox_told
                                       WHERE gone AND since <= clock_timestamp() - make_interval(secs => ?)
                                       ORDER BY since LIMIT ? FOR UPDATE SKIP LOCKED)
                         RETURNING key, type)
            INSERT INTO outbox (key, type, gone, value) SELECT key, type, true, NULL FROM due
            """;

    /** One transaction, whatever its size: a replica takes it as a whole or not at all. */
    private static final String RETELL =
            """
            INSERT INTO outbox (key, type, revision, gone, value)
            SELECT key, type, revision, gone, value FROM outbox_told ORDER BY key
            """;

    private final Connection connection;

    OutboxTable(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(true);
    }

    /** One relay at a time: the lock lives as long as the connection. */
    boolean tryToLead(String name) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement(
                        "SELECT pg_try_advisory_lock(hashtextextended(?, 0))")) {
            lock.setString(1, name);
            try (ResultSet row = lock.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** Gives the lock back; the connection goes on living in its pool. */
    void release() throws SQLException {
        try (PreparedStatement unlock =
                connection.prepareStatement("SELECT pg_advisory_unlock_all()")) {
            unlock.execute();
        }
    }

    /** Everything that was ever told and still holds waits for Kafka once more. */
    int retell() throws SQLException {
        try (PreparedStatement retell = connection.prepareStatement(RETELL)) {
            return retell.executeUpdate();
        }
    }

    List<OutboxRow> next() throws SQLException {
        List<OutboxRow> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(NEXT)) {
            select.setInt(1, BATCH + 1);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(read(row));
                }
            }
        }
        return rows.size() > BATCH ? rows.subList(0, BATCH) : rows;
    }

    void published(List<OutboxRow> rows) throws SQLException {
        Object[] ids = rows.stream().map(OutboxRow::id).toArray();
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM outbox WHERE id = ANY (?)")) {
            delete.setArray(1, connection.createArrayOf("bigint", ids));
            delete.executeUpdate();
        }
    }

    /** Turns deletions that were told long enough ago into tombstones; one batch a call. */
    int bury(Duration after) throws SQLException {
        try (PreparedStatement bury = connection.prepareStatement(BURY)) {
            bury.setDouble(1, after.toSeconds());
            bury.setInt(2, BATCH);
            return bury.executeUpdate();
        }
    }

    private static OutboxRow read(ResultSet row) throws SQLException {
        return new OutboxRow(
                row.getLong("id"),
                row.getString("commit_number"),
                row.getBoolean("last"),
                row.getString("key"),
                row.getString("type"),
                row.getLong("revision"),
                row.getBoolean("gone"),
                row.getObject("at", OffsetDateTime.class),
                row.getBytes("value"),
                Optional.ofNullable(row.getString("traceparent")));
    }
}
