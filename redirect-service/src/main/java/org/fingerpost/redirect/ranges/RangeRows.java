package org.fingerpost.redirect.ranges;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.redirect.attempts.Statements;

/** The statements on {@code mac_range}, in the transaction that is running. */
@ApplicationScoped
class RangeRows {
    /** No transaction moves more rows than this, so that none runs longer than a second. */
    static final int MOST = 1000;

    static final String COLUMNS =
            "id, provider_id, first_mac, last_mac, target_server_id, state, blocked, company,"
                    + " pilot_macs, reason, parent, registered_at, approved_at";

    /** What a range to be registered meets: the innermost one around it, and all on its level. */
    private static final String NEIGHBOURS =
            """
            WITH around AS (
                SELECT * FROM mac_range WHERE stands AND span @> int8range(?, ?, '[]')
                ORDER BY last_mac - first_mac LIMIT 1)
            SELECT %1$s FROM around
            UNION ALL
            (SELECT %1$s FROM mac_range
             WHERE stands AND coalesce(parent, 0) = coalesce((SELECT id FROM around), 0)
               AND span && int8range(?, ?, '[]')
             LIMIT ?)
            """
                    .formatted(COLUMNS);

    /**
     * A clash is no error here: it makes no row, and the transaction goes on. That waits for
     * whoever is about to write the same addresses, and cannot end in a deadlock of two inserts.
     */
    private static final String INSERT =
            """
            WITH server AS (SELECT id, provider_id FROM target_server WHERE id = ? AND provider_id = ?),
            made AS (
                INSERT INTO mac_range (provider_id, target_server_id, first_mac, last_mac,
                                       parent, parent_first, parent_last,
                                       state, company, pilot_macs, registered_at)
                SELECT provider_id, id, ?, ?, ?, ?, ?, 'pending', ?, ?, ? FROM server
                ON CONFLICT DO NOTHING
                RETURNING id)
            SELECT (SELECT count(*) FROM server), (SELECT id FROM made)
            """;

    private static final String UPDATE =
            """
            UPDATE mac_range
            SET state = ?, blocked = ?, reason = ?, pilot_macs = ?, approved_at = ?, parent = ?,
                parent_first = CASE WHEN ?::bigint IS NULL THEN NULL ELSE parent_first END,
                parent_last = CASE WHEN ?::bigint IS NULL THEN NULL ELSE parent_last END
            WHERE id = ?
            """;

    /** Those inside a range that goes lie in what was around it. */
    private static final String LIFT =
            """
            UPDATE mac_range AS child
            SET parent = around.id, parent_first = around.first_mac, parent_last = around.last_mac
            FROM (SELECT 1) AS once LEFT JOIN mac_range AS around ON around.id = ?
            WHERE child.parent = ?
            """;

    private final Statements statements;

    RangeRows(Statements statements) {
        this.statements = statements;
    }

    /** The innermost range that holds this one, or is it, comes first, if there is one. */
    List<Registration> neighbours(MacRange range) {
        long first = range.first().bits();
        long last = range.last().bits();
        return statements.list(
                NEIGHBOURS, RangeRows::registration, first, last, first, last, MOST + 1);
    }

    /** What came of an insert. */
    sealed interface Inserted {
        record Made(long id) implements Inserted {}

        record Clash() implements Inserted {}

        record NoServer() implements Inserted {}
    }

    Inserted insert(Wish wish, Optional<Registration> parent, Instant at) {
        return statements
                .list(
                        INSERT,
                        row -> {
                            Long id = row.getObject(2, Long.class);
                            return row.getLong(1) == 0
                                    ? new Inserted.NoServer()
                                    : id == null ? new Inserted.Clash() : new Inserted.Made(id);
                        },
                        wish.targetServer(),
                        wish.provider(),
                        wish.range().first().bits(),
                        wish.range().last().bits(),
                        parent.map(Registration::id),
                        parent.map(around -> around.range().first().bits()),
                        parent.map(around -> around.range().last().bits()),
                        wish.company(),
                        bits(wish.pilotMacs()),
                        utc(at))
                .getFirst();
    }

    Optional<Registration> find(long id) {
        return one("WHERE id = ?", id);
    }

    /** Locks the row against other verbs; children may still be registered in it. */
    Optional<Registration> locked(long id) {
        return one("WHERE id = ? FOR NO KEY UPDATE", id);
    }

    void update(Registration now) {
        Optional<Long> parent = now.parent();
        statements.run(
                UPDATE,
                now.state().word(),
                now.blocked(),
                now.reason(),
                bits(now.pilotMacs()),
                now.approvedAt().map(RangeRows::utc),
                parent,
                parent,
                parent,
                now.id());
    }

    /** All that hold the phone, the innermost first. */
    List<Registration> around(MacAddress mac) {
        return list("WHERE stands AND span @> ?::bigint ORDER BY last_mac - first_mac", mac.bits());
    }

    List<MacAddress> registeredAmong(Collection<MacAddress> phones) {
        return statements.list(
                "SELECT mac FROM unnest(?) AS mac WHERE EXISTS"
                        + " (SELECT FROM mac_range WHERE stands AND span @> mac)",
                row -> new MacAddress(row.getLong(1)),
                (Object) phones.stream().map(MacAddress::bits).toArray(Long[]::new));
    }

    /** The ranges directly inside, at most one more than {@link #MOST}. */
    List<Registration> children(long id) {
        return list("WHERE parent = ? ORDER BY id LIMIT ?", id, MOST + 1);
    }

    void lift(Registration gone) {
        statements.run(LIFT, gone.parent(), gone.id());
    }

    /** From here to {@link #settle} a parent and its children may disagree. */
    void unsettle() {
        statements.run("SET CONSTRAINTS parent_is_the_providers DEFERRED");
    }

    /** They agree again, or the transaction has failed. */
    void settle() {
        statements.run("SET CONSTRAINTS parent_is_the_providers IMMEDIATE");
    }

    void delete(long id) {
        statements.run("DELETE FROM mac_range WHERE id = ?", id);
    }

    /** A keyset page: those behind {@code after}, oldest first. */
    List<Registration> page(long after, int size) {
        return list("WHERE id > ? ORDER BY id LIMIT ?", after, size);
    }

    List<Registration> pageOf(long provider, long after, int size) {
        return list("WHERE provider_id = ? AND id > ? ORDER BY id LIMIT ?", provider, after, size);
    }

    private Optional<Registration> one(String rest, Object... values) {
        return list(rest, values).stream().findFirst();
    }

    private List<Registration> list(String rest, Object... values) {
        return statements.list(
                "SELECT " + COLUMNS + " FROM mac_range " + rest, RangeRows::registration, values);
    }

    static Registration registration(ResultSet row) throws SQLException {
        return new Registration(
                row.getLong(1),
                row.getLong(2),
                new MacRange(new MacAddress(row.getLong(3)), new MacAddress(row.getLong(4))),
                row.getLong(5),
                Registration.State.of(row.getString(6)),
                row.getBoolean(7),
                Optional.ofNullable(row.getString(8)),
                macs(row.getArray(9)),
                Optional.ofNullable(row.getString(10)),
                Optional.ofNullable(row.getObject(11, Long.class)),
                row.getObject(12, OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject(13, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static List<MacAddress> macs(Array array) throws SQLException {
        return Stream.of((Long[]) array.getArray()).map(MacAddress::new).toList();
    }

    private static Long[] bits(List<MacAddress> macs) {
        return macs.stream().map(MacAddress::bits).toArray(Long[]::new);
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
