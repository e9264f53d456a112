package org.fingerpost.config.pins.lockouts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;

/** The counts in the database, each locked by whoever changes it until its transaction ends. */
@ApplicationScoped
class Counts {
    private static final String ADD =
            """
            INSERT INTO claim_count AS old (provider_id, kind, subject, began_at, failures)
            VALUES (?, ?, ?, ?, 1)
            ON CONFLICT (provider_id, kind, subject) DO UPDATE SET
                failures = CASE WHEN old.began_at <= ? THEN 1 ELSE old.failures + 1 END,
                began_at =
                    CASE WHEN old.began_at <= ? THEN excluded.began_at ELSE old.began_at END
            RETURNING began_at, failures
            """;
    private static final String TAKE_BACK =
            """
            UPDATE claim_count SET failures = failures - 1
            WHERE provider_id = ? AND kind = ? AND subject = ? AND failures > 0
            """;
    private static final String FORGET =
            "DELETE FROM claim_count WHERE provider_id = ? AND kind = ? AND subject = ?";

    /** A few at a time, and none that anybody has in hand: it never waits. */
    private static final String SWEEP =
            """
            DELETE FROM claim_count WHERE (provider_id, kind, subject) IN (
                SELECT provider_id, kind, subject FROM claim_count
                WHERE provider_id = ? AND began_at <= ? LIMIT 100 FOR UPDATE SKIP LOCKED)
            """;

    private static final String FULL =
            """
            SELECT subject FROM claim_count
            WHERE provider_id = ? AND kind = ? AND failures >= ? AND began_at > ?
            """;

    private final DataSource dataSource;

    Counts(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * @param began when the first of these failures was
     */
    record Count(Instant began, int failures) {}

    /**
     * One failure more.
     *
     * @param over a count that began then or before begins anew
     */
    Count add(long provider, Counted counted, Instant now, Instant over) {
        return with(
                ADD,
                add -> {
                    name(add, provider, counted);
                    add.setObject(4, time(now));
                    add.setObject(5, time(over));
                    add.setObject(6, time(over));
                    try (ResultSet row = add.executeQuery()) {
                        row.next();
                        Instant began = row.getObject(1, OffsetDateTime.class).toInstant();
                        return new Count(began, row.getInt(2));
                    }
                });
    }

    void takeBack(long provider, Counted counted) {
        with(TAKE_BACK, statement -> run(statement, provider, counted));
    }

    void forget(long provider, Counted counted) {
        with(FORGET, statement -> run(statement, provider, counted));
    }

    void sweep(long provider, Instant over) {
        with(
                SWEEP,
                sweep -> {
                    sweep.setLong(1, provider);
                    sweep.setObject(2, time(over));
                    return sweep.executeUpdate();
                });
    }

    /** The subjects that have so many failures, in counts that began after {@code over}. */
    Set<String> full(long provider, Counted.Kind kind, int failures, Instant over) {
        return with(
                FULL,
                full -> {
                    full.setLong(1, provider);
                    full.setString(2, kind.word());
                    full.setInt(3, failures);
                    full.setObject(4, time(over));
                    Set<String> subjects = new HashSet<>();
                    try (ResultSet row = full.executeQuery()) {
                        while (row.next()) {
                            subjects.add(row.getString(1));
                        }
                    }
                    return subjects;
                });
    }

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private <T> T with(String sql, Work<T> work) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.with(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("failures could not be counted", e);
        }
    }

    private static int run(PreparedStatement statement, long provider, Counted counted)
            throws SQLException {
        name(statement, provider, counted);
        return statement.executeUpdate();
    }

    private static void name(PreparedStatement statement, long provider, Counted counted)
            throws SQLException {
        statement.setLong(1, provider);
        statement.setString(2, counted.kind().word());
        statement.setString(3, counted.subject());
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
