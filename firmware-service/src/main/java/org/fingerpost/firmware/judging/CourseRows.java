package org.fingerpost.firmware.judging;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fingerpost.firmware.compliance.Fleet;
import org.fingerpost.statements.Statements;

/** The table {@code rollout_phone}, phone by phone: many in one statement. */
@ApplicationScoped
class CourseRows {
    /** Of phones that are known, and no others: made-up ones get no row. */
    private static final String LOAD =
            """
            SELECT asked.rollout, asked.mac, r.mac IS NOT NULL,
                coalesce(r.proves, p.proved_at > ?::timestamptz, false), coalesce(r.was, ''),
                r.fetched_at, coalesce(r.whole, false), r.unchanged_at, coalesce(r.said, ''),
                r.said_at, r.outcome, r.outcome_at
            FROM unnest(?::bigint[], ?::bigint[], ?::bigint[]) AS asked (rollout, provider, mac)
            JOIN phone p ON p.provider_id = asked.provider AND p.mac = asked.mac
            LEFT JOIN rollout_phone r ON r.rollout_id = asked.rollout AND r.mac = asked.mac
            """;

    private static final String SAVE =
            """
            INSERT INTO rollout_phone (rollout_id, mac, proves, was, fetched_at, whole,
                unchanged_at, said, said_at, outcome, outcome_at)
            SELECT rollout, mac, proves = 1, was, nullif(fetched_at, '')::timestamptz, whole = 1,
                nullif(unchanged_at, '')::timestamptz, said, nullif(said_at, '')::timestamptz,
                nullif(outcome, ''), nullif(outcome_at, '')::timestamptz
            FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::bigint[],
                    ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                AS course (rollout, mac, proves, was, fetched_at, whole, unchanged_at, said,
                    said_at, outcome, outcome_at)
            ORDER BY rollout, mac
            ON CONFLICT (rollout_id, mac) DO UPDATE SET was = excluded.was,
                fetched_at = excluded.fetched_at, whole = excluded.whole,
                unchanged_at = excluded.unchanged_at, said = excluded.said,
                said_at = excluded.said_at, outcome = excluded.outcome,
                outcome_at = excluded.outcome_at
            """;

    private final Statements statements;
    private final Clock clock;

    CourseRows(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    /** A phone in a rollout. */
    record Key(long rollout, long provider, long mac) {}

    /**
     * What is kept of it.
     *
     * @param there that it has a row
     */
    record Kept(Course course, boolean there) {}

    private record Found(long rollout, long mac, Kept kept) {}

    /** Of those that are known; who has done nothing yet has a fresh course. */
    Map<Key, Kept> load(Collection<Key> phones) {
        Map<Key, Kept> found = new HashMap<>();
        Map<Long, Long> providers = new HashMap<>();
        phones.forEach(phone -> providers.put(phone.rollout(), phone.provider()));
        statements
                .list(
                        LOAD,
                        CourseRows::found,
                        clock.instant().minus(Fleet.PROVED_WITHIN).toString(),
                        numbers(phones, Key::rollout),
                        numbers(phones, Key::provider),
                        numbers(phones, Key::mac))
                .forEach(each ->
                        found.put(
                                new Key(each.rollout, providers.get(each.rollout), each.mac),
                                each.kept));
        return found;
    }

    void save(Map<Key, Course> courses) {
        Collection<Key> keys = courses.keySet();
        Collection<Course> values = courses.values();
        statements.run(
                SAVE,
                numbers(keys, Key::rollout),
                numbers(keys, Key::mac),
                numbers(values, course -> course.proves() ? 1L : 0L),
                texts(values, Course::was),
                texts(values, course -> text(course.fetchedAt())),
                numbers(values, course -> course.whole() ? 1L : 0L),
                texts(values, course -> text(course.unchangedAt())),
                texts(values, Course::said),
                texts(values, course -> text(course.saidAt())),
                texts(
                        values,
                        course ->
                                course.outcome()
                                        .map(end -> end.succeeded() ? "succeeded" : "failed")
                                        .orElse("")),
                texts(values, course -> text(course.outcome().map(Course.Outcome::at))));
    }

    private static Found found(ResultSet row) throws SQLException {
        Optional<Instant> ended = instant(row, 12);
        boolean succeeded = "succeeded".equals(row.getString(11));
        Course course =
                new Course(
                        row.getBoolean(4),
                        row.getString(5),
                        instant(row, 6),
                        row.getBoolean(7),
                        instant(row, 8),
                        row.getString(9),
                        instant(row, 10),
                        ended.map(at -> new Course.Outcome(succeeded, at)));
        return new Found(row.getLong(1), row.getLong(2), new Kept(course, row.getBoolean(3)));
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    private static String text(Optional<Instant> at) {
        return at.map(Instant::toString).orElse("");
    }

    private static <T> Long[] numbers(Collection<T> all, Function<T, Long> number) {
        return all.stream().map(number).toArray(Long[]::new);
    }

    private static <T> String[] texts(Collection<T> all, Function<T, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }
}
