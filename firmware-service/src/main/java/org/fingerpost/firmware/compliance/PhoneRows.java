package org.fingerpost.firmware.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.rule.Span;
import org.fingerpost.statements.Statements;

/** The table {@code phone}. */
@ApplicationScoped
class PhoneRows {
    private static final long NOT_NEW = -1;

    /**
     * What a phone that proves itself, or did so within a month, runs is not changed by somebody
     * who only claims to be it.
     */
    private static final String KEEP =
            """
            INSERT INTO phone AS known (provider_id, mac, model, version, group_name, seen_at,
                within, proved_at, first_seen_at)
            SELECT provider_id, mac, model, version, '', seen_at::timestamptz, within = 1,
                CASE WHEN proved = 1 THEN seen_at::timestamptz END, seen_at::timestamptz
            FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::bigint[],
                    ?::bigint[], ?::bigint[])
                AS seen (provider_id, mac, model, version, seen_at, within, proved, may_come)
            WHERE may_come = 1 OR EXISTS (SELECT FROM phone p
                WHERE p.provider_id = seen.provider_id AND p.mac = seen.mac)
            ORDER BY provider_id, mac
            ON CONFLICT (provider_id, mac) DO UPDATE SET
                model = CASE WHEN excluded.model = '' OR excluded.proved_at IS NULL
                        AND known.proved_at > excluded.seen_at - interval '30 days'
                    THEN known.model ELSE excluded.model END,
                version = CASE WHEN excluded.version = '' OR excluded.proved_at IS NULL
                        AND known.proved_at > excluded.seen_at - interval '30 days'
                    THEN known.version ELSE excluded.version END,
                seen_at = excluded.seen_at,
                within = excluded.within,
                proved_at = greatest(known.proved_at, excluded.proved_at)
            WHERE excluded.seen_at > known.seen_at
            RETURNING provider_id, xmax = 0
            """;

    private static final String COUNT =
            """
            INSERT INTO phone_count AS known (provider_id, phones)
            SELECT * FROM unnest(?::bigint[], ?::bigint[])
            ON CONFLICT (provider_id) DO UPDATE SET phones = known.phones + excluded.phones
            """;

    private static final String DROP_STRAYS =
            """
            DELETE FROM phone WHERE (provider_id, mac) IN (
                SELECT provider_id, mac FROM phone WHERE provider_id = ? AND NOT within
                    AND proved_at IS NULL AND seen_at < ?::timestamptz
                ORDER BY seen_at LIMIT 1000)
            """;

    private static final String DROP_IDLE =
            """
            WITH page AS (
                SELECT mac, proved_at IS NULL AND seen_at < ?::timestamptz AS idle FROM phone
                WHERE provider_id = ? AND mac > ? ORDER BY mac LIMIT 1000),
            gone AS (
                DELETE FROM phone USING page
                WHERE provider_id = ? AND phone.mac = page.mac AND page.idle RETURNING phone.mac)
            SELECT (SELECT count(*) FROM gone), (SELECT coalesce(max(mac), -1) FROM page)
            """;

    /** Before all addresses. */
    static final long BEGINNING = -1;

    private final Statements statements;

    PhoneRows(Statements statements) {
        this.statements = statements;
    }

    /**
     * In the order of keys, so that two writers wait for each other and never in a circle.
     *
     * @return the providers of those that were not known before, one for each
     */
    List<Long> keep(Collection<Arrivals.Arriving> phones) {
        return statements
                .list(
                        KEEP,
                        row -> row.getBoolean(2) ? row.getLong(1) : NOT_NEW,
                        numbers(phones, each -> each.heard().provider()),
                        numbers(phones, each -> each.heard().mac().bits()),
                        texts(phones, each -> each.heard().model()),
                        texts(phones, each -> each.heard().version()),
                        texts(phones, each -> each.heard().at().toString()),
                        numbers(phones, each -> each.within() ? 1L : 0L),
                        numbers(phones, each -> each.heard().proved() ? 1L : 0L),
                        numbers(phones, each -> each.mayCome() ? 1L : 0L))
                .stream()
                .filter(provider -> provider != NOT_NEW)
                .toList();
    }

    /** How many phones of these providers there are; who has none is left out. */
    Map<Long, Long> counts(Collection<Long> providers) {
        return statements
                .list(
                        "SELECT provider_id, phones FROM phone_count WHERE provider_id = ANY (?)",
                        row -> Map.entry(row.getLong(1), row.getLong(2)),
                        (Object) providers.toArray(Long[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** So many more, or fewer, by provider. */
    void count(Map<Long, Long> more) {
        if (!more.isEmpty()) {
            List<Long> providers = more.keySet().stream().sorted().toList();
            statements.run(
                    COUNT,
                    providers.toArray(Long[]::new),
                    providers.stream().map(more::get).toArray(Long[]::new));
        }
    }

    long strays(long provider) {
        return statements
                .list(
                        "SELECT count(*) FROM phone WHERE provider_id = ? AND NOT within"
                                + " AND proved_at IS NULL",
                        row -> row.getLong(1),
                        provider)
                .getFirst();
    }

    /**
     * @return how many went
     */
    long dropStrays(long provider, Instant unseenSince) {
        return statements.run(DROP_STRAYS, provider, unseenSince.toString());
    }

    /**
     * How many went, and where to go on.
     *
     * @param behind the last address that was looked at
     */
    record Dropped(long phones, long behind) {}

    /** Of the next thousand, those that were not seen since then and never proved anything. */
    Dropped dropIdle(long provider, long behind, Instant unseenSince) {
        return statements
                .list(
                        DROP_IDLE,
                        row -> new Dropped(row.getLong(1), row.getLong(2)),
                        unseenSince.toString(),
                        provider,
                        behind,
                        provider)
                .getFirst();
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

    private static Long[] numbers(
            Collection<Arrivals.Arriving> phones, Function<Arrivals.Arriving, Long> value) {
        return phones.stream().map(value).toArray(Long[]::new);
    }

    private static String[] texts(
            Collection<Arrivals.Arriving> phones, Function<Arrivals.Arriving, String> value) {
        return phones.stream().map(value).toArray(String[]::new);
    }
}
