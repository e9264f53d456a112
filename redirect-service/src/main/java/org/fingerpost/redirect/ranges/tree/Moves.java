package org.fingerpost.redirect.ranges.tree;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fingerpost.redirect.ranges.MacRange;
import org.fingerpost.redirect.ranges.Registration;
import org.fingerpost.statements.Statements;

/**
 * The statements that move ranges about in the tree. Between {@link #unsettle} and {@link #settle}
 * parents, children and delegations may disagree; the database says whether they agree again.
 */
@ApplicationScoped
public class Moves {
    private static final String NEST =
            """
            SELECT parent, parent_first, parent_last, parent_provider,
                   delegation, delegation_first, delegation_last
            FROM mac_range WHERE id = ?
            """;

    private static final String LAY =
            """
            UPDATE mac_range
            SET parent = ?, parent_first = ?, parent_last = ?, parent_provider = ?,
                delegation = ?, delegation_first = ?, delegation_last = ?
            WHERE id = ANY (?)
            """;

    private static final String STRIKE =
            """
            UPDATE mac_range
            SET state = 'rejected', reason = ?,
                parent = NULL, parent_first = NULL, parent_last = NULL, parent_provider = NULL,
                delegation = NULL, delegation_first = NULL, delegation_last = NULL
            WHERE id = ?
            """;

    /** The owner opened this part of a range to a provider. */
    private static final String LENT =
            """
            SELECT id, first_mac, last_mac FROM delegation
            WHERE range_id = ? AND to_provider = ? AND span @> int8range(?, ?, '[]')
            """;

    private static final String THROUGH =
            "SELECT count(*) FROM delegation WHERE range_id = ? AND first_mac < ? AND last_mac >="
                    + " ?";

    private static final String SHRINK_PARENTS =
            "UPDATE mac_range SET parent_last = ? WHERE parent = ? AND last_mac <= ?";
    private static final String SHIFT_PARENTS =
            """
            UPDATE mac_range SET parent = ?, parent_first = ?, parent_last = ?
            WHERE parent = ? AND first_mac >= ?
            """;
    private static final String SHRINK_DELEGATIONS =
            "UPDATE delegation SET range_last = ? WHERE range_id = ? AND last_mac <= ?";
    private static final String SHIFT_DELEGATIONS =
            """
            UPDATE delegation SET range_id = ?, range_first = ?, range_last = ?
            WHERE range_id = ? AND first_mac >= ?
            """;

    private final Statements statements;

    public Moves(Statements statements) {
        this.statements = statements;
    }

    public void unsettle() {
        constraints("DEFERRED");
    }

    public void settle() {
        constraints("IMMEDIATE");
    }

    private void constraints(String when) {
        statements.run(
                "SET CONSTRAINTS parent_is_as_its_children_know_it, child_rests_on_its_delegation,"
                        + " delegation_is_the_owners "
                        + when);
    }

    public Nest nest(long id) {
        return statements.list(NEST, Moves::nest, id).getFirst();
    }

    /**
     * Lays ranges into something.
     *
     * @return how many there were
     */
    public int lay(List<Registration> ranges, Nest nest) {
        return statements.run(
                LAY,
                Stream.concat(Stream.of(nest.columns()), Stream.<Object>of((Object) ids(ranges)))
                        .toArray());
    }

    /** Takes a range out of the tree at once: it holds no address any more. */
    public void strike(Registration rejected) {
        statements.run(STRIKE, rejected.reason(), rejected.id());
    }

    public Optional<Nest.Lent> lent(long rangeId, long toProvider, MacRange part) {
        return statements
                .list(
                        LENT,
                        row -> new Nest.Lent(row.getLong(1), row.getLong(2), row.getLong(3)),
                        rangeId,
                        toProvider,
                        part.first().bits(),
                        part.last().bits())
                .stream()
                .findFirst();
    }

    public boolean delegationCrosses(long rangeId, long at) {
        return statements.list(THROUGH, row -> row.getLong(1), rangeId, at, at).getFirst() > 0;
    }

    /** Ends a range earlier; what lies behind its new end moves into the other one. */
    public void cut(Registration left, Registration right) {
        long end = left.range().last().bits();
        long begin = right.range().first().bits();
        long last = right.range().last().bits();
        statements.run(
                "UPDATE mac_range SET last_mac = ?, pilot_macs = ? WHERE id = ?",
                end,
                RangeRows.bits(left.pilotMacs()),
                left.id());
        statements.run(SHRINK_PARENTS, end, left.id(), end);
        statements.run(SHIFT_PARENTS, right.id(), begin, last, left.id(), begin);
        statements.run(SHRINK_DELEGATIONS, end, left.id(), end);
        statements.run(SHIFT_DELEGATIONS, right.id(), begin, last, left.id(), begin);
    }

    /** Delegations on which nothing rests go with their range. */
    public void dropDelegations(long rangeId) {
        statements.run("DELETE FROM delegation WHERE range_id = ?", rangeId);
    }

    public boolean hasServer(long provider, long targetServer) {
        return !statements
                .list(
                        "SELECT 1 FROM target_server WHERE id = ? AND provider_id = ?",
                        row -> row.getLong(1),
                        targetServer,
                        provider)
                .isEmpty();
    }

    public static Long[] ids(List<Registration> ranges) {
        return ranges.stream().map(Registration::id).toArray(Long[]::new);
    }

    private static Nest nest(ResultSet row) throws SQLException {
        return new Nest(
                row.getObject(1) == null
                        ? Optional.empty()
                        : Optional.of(
                                new Nest.Inside(
                                        row.getLong(1),
                                        row.getLong(2),
                                        row.getLong(3),
                                        row.getLong(4))),
                row.getObject(5) == null
                        ? Optional.empty()
                        : Optional.of(
                                new Nest.Lent(row.getLong(5), row.getLong(6), row.getLong(7))));
    }
}
