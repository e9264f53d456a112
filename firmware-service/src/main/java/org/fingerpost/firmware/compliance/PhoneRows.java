package org.fingerpost.firmware.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.rule.Span;
import org.fingerpost.statements.Statements;

/** The table {@code phone}. */
@ApplicationScoped
class PhoneRows {
    /** In the order of keys, so that two writers wait for each other and never in a circle. */
    private static final String KEEP =
            """
            INSERT INTO phone AS known (provider_id, mac, model, version, group_name, seen_at)
            SELECT provider_id, mac, model, version, '', seen_at::timestamptz
            FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[])
                AS seen (provider_id, mac, model, version, seen_at)
            ORDER BY provider_id, mac
            ON CONFLICT (provider_id, mac) DO UPDATE SET
                model = CASE WHEN excluded.model = '' THEN known.model ELSE excluded.model END,
                version =
                    CASE WHEN excluded.version = '' THEN known.version ELSE excluded.version END,
                seen_at = excluded.seen_at
            WHERE excluded.seen_at > known.seen_at
            """;

    private final Statements statements;

    PhoneRows(Statements statements) {
        this.statements = statements;
    }

    void keep(Collection<Heard> phones) {
        statements.run(
                KEEP,
                column(phones, Heard::provider).toArray(Long[]::new),
                column(phones, heard -> heard.mac().bits()).toArray(Long[]::new),
                column(phones, Heard::model).toArray(String[]::new),
                column(phones, Heard::version).toArray(String[]::new),
                column(phones, heard -> heard.at().toString()).toArray(String[]::new));
    }

    List<Phone> page(PhoneQuery query, long after, int size) {
        return statements.list(
                "SELECT mac, model, version, seen_at FROM phone"
                        + where(query)
                        + " AND mac > ? ORDER BY mac LIMIT ?",
                row ->
                        new Phone(
                                new MacAddress(row.getLong(1)),
                                row.getString(2),
                                row.getString(3),
                                row.getObject(4, OffsetDateTime.class).toInstant()),
                values(query, after, size));
    }

    List<Summary> summary(PhoneQuery query) {
        return statements.list(
                "SELECT model, version, count(*), max(seen_at) FROM phone"
                        + where(query)
                        + " GROUP BY model, version ORDER BY model, version LIMIT 10000",
                row ->
                        new Summary(
                                row.getString(1),
                                row.getString(2),
                                row.getLong(3),
                                row.getObject(4, OffsetDateTime.class).toInstant()),
                values(query));
    }

    private static String where(PhoneQuery query) {
        return " WHERE provider_id = ?"
                + (query.range().isPresent() ? " AND mac BETWEEN ? AND ?" : "")
                + (query.model().isPresent() ? " AND model = ?" : "")
                + (query.version().isPresent() ? " AND version = ?" : "")
                + (query.otherThan().isPresent() ? " AND version <> ?" : "");
    }

    private static Object[] values(PhoneQuery query, Object... more) {
        List<Object> values = new ArrayList<>();
        values.add(query.provider());
        for (Span range : query.range().stream().toList()) {
            values.add(range.first().bits());
            values.add(range.last().bits());
        }
        query.model().ifPresent(values::add);
        query.version().ifPresent(values::add);
        query.otherThan().ifPresent(values::add);
        values.addAll(Arrays.asList(more));
        return values.toArray();
    }

    private static <T> Stream<T> column(Collection<Heard> phones, Function<Heard, T> value) {
        return phones.stream().map(value);
    }
}
