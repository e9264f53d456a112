package org.fingerpost.audit;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The statements on {@code audit_entry}, in the transaction that is running. */
final class AuditRows {
    /** One statement for any number of decisions. */
    private static final String WRITE =
            """
            INSERT INTO audit_entry (at, who, via, action, subject, provider_id, before, after)
            SELECT ?, who, ?, action, subject, provider, before::jsonb, after::jsonb
            FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[])
                AS decision (who, action, subject, provider, before, after)
            """;

    /** Only what is older than every running transaction: nothing can appear before it any more. */
    private static final String READ =
            """
            SELECT commit_number::text, id, at, who, via, action, subject, provider_id, before::text, after::text
            FROM audit_entry
            WHERE commit_number < pg_snapshot_xmin(pg_current_snapshot())
              AND (commit_number, id) > (?::text::xid8, ?)
            """;

    private final DataSource dataSource;

    AuditRows(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void write(OffsetDateTime at, String via, List<AuditRow> rows) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement write = connection.prepareStatement(WRITE)) {
            write.setObject(1, at);
            write.setString(2, via);
            write.setArray(3, texts(connection, rows.stream().map(AuditRow::who)));
            write.setArray(4, texts(connection, rows.stream().map(AuditRow::action)));
            write.setArray(5, texts(connection, rows.stream().map(AuditRow::subject)));
            write.setArray(
                    6,
                    connection.createArrayOf(
                            "bigint", rows.stream().map(AuditRow::providerOrNull).toArray()));
            write.setArray(7, texts(connection, rows.stream().map(AuditRow::beforeOrNull)));
            write.setArray(8, texts(connection, rows.stream().map(AuditRow::afterOrNull)));
            write.executeUpdate();
        }
    }

    List<AuditEntry> page(AuditQuery query, AuditEntry.Place after, int size) throws SQLException {
        String filter =
                (query.provider().isPresent() ? " AND provider_id = ?" : "")
                        + (query.subject().isPresent() ? " AND subject = ?" : "");
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read =
                        connection.prepareStatement(
                                READ + filter + " ORDER BY commit_number, id LIMIT ?")) {
            int at = 1;
            read.setString(at++, Long.toUnsignedString(after.commit()));
            read.setLong(at++, after.number());
            if (query.provider().isPresent()) {
                read.setLong(at++, query.provider().get());
            }
            if (query.subject().isPresent()) {
                read.setString(at++, query.subject().get());
            }
            read.setInt(at, size);
            List<AuditEntry> page = new ArrayList<>();
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    page.add(entry(row));
                }
            }
            return page;
        }
    }

    static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                new AuditEntry.Place(Long.parseLong(row.getString(1)), row.getLong(2)),
                row.getObject(3, OffsetDateTime.class)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toInstant(),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                Optional.ofNullable(row.getObject(8, Long.class)),
                Optional.ofNullable(row.getString(9)),
                Optional.ofNullable(row.getString(10)));
    }

    private static Array texts(Connection connection, Stream<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }
}
