package org.fingerpost.redirect.notices.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.fingerpost.redirect.notices.Notice;

/** The relay's statements, over one connection that it keeps. */
final class Unpublished {
    private static final String LOCK = "fingerpost.notices.relay";
    private static final int BATCH = 500;

    /**
     * Only rows older than every running transaction: none with a lower commit number can appear
     * any more.
     */
    private static final String NEXT =
            """
            SELECT n.id, n.commit_number, n.provider_id, n.kind, n.subject, n.told_at, n.body
            FROM notice_unpublished u JOIN notice n ON n.id = u.notice_id
            WHERE u.commit_number < pg_snapshot_xmin(pg_current_snapshot())
            ORDER BY u.commit_number, u.notice_id LIMIT ?
            """;

    private final Connection connection;
    private final ObjectMapper json;

    Unpublished(Connection connection, ObjectMapper json) throws SQLException {
        this.connection = connection;
        this.json = json;
        connection.setAutoCommit(true);
    }

    /** One relay at a time: the lock lives as long as the connection. */
    boolean tryToLead() throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement(
                        "SELECT pg_try_advisory_lock(hashtextextended(?, 0))")) {
            lock.setString(1, LOCK);
            try (ResultSet row = lock.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** A pooled connection outlives this term; its lock must not. */
    void release() throws SQLException {
        try (PreparedStatement unlock =
                connection.prepareStatement("SELECT pg_advisory_unlock_all()")) {
            unlock.execute();
        } catch (SQLException e) {
            connection.abort(Runnable::run);
        }
    }

    List<Notice> next() throws SQLException {
        List<Notice> notices = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(NEXT)) {
            select.setInt(1, BATCH);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    notices.add(read(row));
                }
            }
        }
        return notices;
    }

    void published(List<Notice> notices) throws SQLException {
        Object[] ids = notices.stream().map(Notice::id).toArray();
        try (PreparedStatement delete =
                connection.prepareStatement(
                        "DELETE FROM notice_unpublished WHERE notice_id = ANY (?)")) {
            delete.setArray(1, connection.createArrayOf("bigint", ids));
            delete.executeUpdate();
        }
    }

    private Notice read(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        try {
            return new Notice(
                    id,
                    row.getLong("commit_number"),
                    row.getLong("provider_id"),
                    row.getString("kind"),
                    row.getString("subject"),
                    row.getObject("told_at", OffsetDateTime.class).toInstant(),
                    (ObjectNode) json.readTree(row.getString("body")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("notice " + id + " is no JSON", e);
        }
    }
}
