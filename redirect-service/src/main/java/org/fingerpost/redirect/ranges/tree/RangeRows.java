package org.fingerpost.redirect.ranges.tree;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.redirect.ranges.MacRange;
import org.fingerpost.redirect.ranges.Registration;
import org.fingerpost.statements.Statements;

/**
 * The plain statements on {@code mac_range}; those that move several at once are in {@link Moves}.
 */
@ApplicationScoped
public class RangeRows {
    /** No transaction moves more rows than this, so that none runs longer than a second. */
    public static final int MOST = 1000;

    public static final String COLUMNS =
            "id, provider_id, first_mac, last_mac, target_server_id, state, blocked, company,"
                    + " pilot_macs, reason, parent, registered_at, approved_at";

    /** What a range to be registered meets: the innermost one around it, and all on its level. */
    private static final String NEIGHBOURS =
            """
            WITH around AS (
                SELECT * FROM mac_range
                WHERE stands AND place && mac_column(?) AND first_mac <= ? AND last_mac >= ?
                ORDER BY last_mac - first_mac LIMIT 1)
            SELECT %1$s FROM around
            UNION ALL
            (SELECT %1$s FROM mac_range
             WHERE stands AND place && mac_place((SELECT id FROM around), ?, ?)
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
                INSERT INTO mac_range (id, provider_id, target_server_id, first_mac, last_mac,
                                       parent, parent_first, parent_last, parent_provider,
                                       delegation, delegation_first, delegation_last,
                                       state, blocked, company, pilot_macs, registered_at, approved_at,
                                       import_id)
                SELECT coalesce(?, nextval('mac_range_id_seq')), provider_id, id, ?, ?,
                       ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM server
                ON CONFLICT DO NOTHING
                RETURNING id)
            SELECT (SELECT count(*) FROM server), (SELECT id FROM made)
            """;

    private static final String UPDATE =
            """
            UPDATE mac_range
            SET target_server_id = ?, state = ?, blocked = ?, reason = ?, pilot_macs = ?, approved_at = ?
            WHERE id = ?
            """;

    private final Statements statements;

    public RangeRows(Statements statements) {
        this.statements = statements;
    }

    /** The innermost range that holds this one, or is it, comes first, if there is one. */
    public List<Registration> neighbours(MacRange range) {
        long first = range.first().bits();
        long last = range.last().bits();
        return statements.list(
                NEIGHBOURS, RangeRows::registration, first, first, last, first, last, MOST + 1);
    }

    /** What came of an insert. */
    public sealed interface Inserted {
        record Made(long id) implements Inserted {}

        record Clash() implements Inserted {}

        record NoServer() implements Inserted {}
    }

    public long nextId() {
        return statements
                .list("SELECT nextval('mac_range_id_seq')", row -> row.getLong(1))
                .getFirst();
    }

    public Inserted insert(Optional<Long> id, Registration range, Nest nest) {
        return insert(id, range, nest, Optional.empty());
    }

    /**
     * @param id as drawn by {@link #nextId}, or nothing for the next one
     * @param range whose own id and parent are passed over
     * @param importId the job that registers it, if one does
     */
    public Inserted insert(
            Optional<Long> id, Registration range, Nest nest, Optional<Long> importId) {
        Stream<Object> own =
                Stream.of(
                        range.targetServer(),
                        range.provider(),
                        id,
                        range.range().first().bits(),
                        range.range().last().bits());
        Stream<Object> rest =
                Stream.of(
                        range.state().word(),
                        range.blocked(),
                        range.company(),
                        bits(range.pilotMacs()),
                        utc(range.registeredAt()),
                        range.approvedAt().map(RangeRows::utc),
                        importId);
        Object[] values =
                Stream.of(own, Stream.of(nest.columns()), rest).flatMap(part -> part).toArray();
        return statements.list(INSERT, RangeRows::inserted, values).getFirst();
    }

    public Optional<Registration> find(long id) {
        return list("WHERE id = ?", id).stream().findFirst();
    }

    /** Locks the row against other verbs; children may still be registered in it. */
    public Optional<Registration> locked(long id) {
        return list("WHERE id = ? FOR NO KEY UPDATE", id).stream().findFirst();
    }

    /** Locks the row against everything, new children too. */
    public Optional<Registration> seized(long id) {
        return list("WHERE id = ? FOR UPDATE", id).stream().findFirst();
    }

    /** The same for many, in the order of their ids. */
    public List<Registration> seizedAll(Long[] ids) {
        return list("WHERE id = ANY (?) ORDER BY id FOR UPDATE", new Object[] {ids});
    }

    /** The ranges directly inside, at most one more than {@link #MOST}, locked. */
    public List<Registration> seizedChildren(long id) {
        return list("WHERE parent = ? ORDER BY id LIMIT ? FOR UPDATE", id, MOST + 1);
    }

    public void update(Registration now) {
        statements.run(
                UPDATE,
                now.targetServer(),
                now.state().word(),
                now.blocked(),
                now.reason(),
                bits(now.pilotMacs()),
                now.approvedAt().map(RangeRows::utc),
                now.id());
    }

    public void delete(long id) {
        statements.run("DELETE FROM mac_range WHERE id = ?", id);
    }

    private List<Registration> list(String rest, Object... values) {
        return statements.list(
                "SELECT " + COLUMNS + " FROM mac_range " + rest, RangeRows::registration, values);
    }

    private static Inserted inserted(ResultSet row) throws SQLException {
        Long id = row.getObject(2, Long.class);
        if (row.getLong(1) == 0) {
            return new Inserted.NoServer();
        }
        return id == null ? new Inserted.Clash() : new Inserted.Made(id);
    }

    public static Registration registration(ResultSet row) throws SQLException {
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

    public static Long[] bits(List<MacAddress> macs) {
        return macs.stream().map(MacAddress::bits).toArray(Long[]::new);
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
