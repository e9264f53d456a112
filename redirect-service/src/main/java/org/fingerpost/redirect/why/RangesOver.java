package org.fingerpost.redirect.why;

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
import javax.sql.DataSource;
import org.fingerpost.formats.mac.MacAddress;

/** Looks in the audit for the ranges that have held a phone: it alone knows of those that went. */
@ApplicationScoped
class RangesOver {
    /** The conditions are those of the index {@code audit_entry_by_span}. */
    private static final String RANGES_OVER =
            """
            SELECT DISTINCT subject FROM audit_entry
            WHERE subject ^@ 'range/' AND after IS NOT NULL
              AND (before IS NULL OR before ->> 'first' <> after ->> 'first' OR before ->> 'last' <> after ->> 'last')
              AND int8range(mac_bits(after ->> 'first'), mac_bits(after ->> 'last'), '[]') @> ?::bigint
              AND at <= ?
            """;

    private final DataSource dataSource;

    RangesOver(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The subjects of all ranges that had held the phone by then, if they still did or not. */
    @Transactional
    List<String> subjects(MacAddress mac, Instant until) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement ask = connection.prepareStatement(RANGES_OVER)) {
            ask.setLong(1, mac.bits());
            ask.setObject(2, OffsetDateTime.ofInstant(until, ZoneOffset.UTC));
            try (ResultSet row = ask.executeQuery()) {
                List<String> subjects = new ArrayList<>();
                while (row.next()) {
                    subjects.add(row.getString(1));
                }
                return subjects;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("what was decided could not be read", e);
        }
    }
}
