package org.fingerpost.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Looks back in what was decided, for rooms that explain. It hides nothing; whoever asks does what
 * its caller's rights demand.
 */
@ApplicationScoped
public class Trail {
    /** Of one thing; who decides more often about it is seen only in the latest. */
    private static final int MOST = 1000;

    private static final String OF_SUBJECT =
            """
            SELECT commit_number::text, id, at, who, via, action, subject, provider_id, before::text, after::text
            FROM audit_entry WHERE subject = ? AND at <= ?
            ORDER BY commit_number DESC, id DESC LIMIT ?
            """;

    private static final String BEGIN =
            "SELECT at FROM audit_entry ORDER BY commit_number, id LIMIT 1";

    private final DataSource dataSource;

    Trail(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What was decided about a thing up to then, oldest first. */
    @Transactional
    public List<AuditEntry> of(String subject, Instant until) {
        return list(OF_SUBJECT, AuditRows::entry, subject, utc(until), MOST).reversed();
    }

    /** When the first decision was written down. */
    @Transactional
    public Optional<Instant> beginning() {
        return list(BEGIN, row -> row.getObject(1, OffsetDateTime.class).toInstant()).stream()
                .findFirst();
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> list(String sql, Reader<T> reader, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement ask = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                ask.setObject(i + 1, values[i]);
            }
            try (ResultSet row = ask.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (row.next()) {
                    all.add(reader.read(row));
                }
                return all;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("what was decided could not be read", e);
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
