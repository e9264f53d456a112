package org.fingerpost.redirect.ranges.changes;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fingerpost.redirect.ranges.MacRange;
import org.fingerpost.redirect.ranges.Registration;
import org.fingerpost.redirect.ranges.tree.Moves;
import org.fingerpost.redirect.ranges.tree.Nest;
import org.fingerpost.redirect.ranges.tree.RangeRows;
import org.fingerpost.statements.Statements;

/** The statements of a handover; in between, constraints are as {@link Moves} left them. */
class HandoverMoves {
    private static final String WITH_ALL_INSIDE =
            """
            WITH RECURSIVE moved AS (
                SELECT id FROM mac_range WHERE id = ANY (?) AND provider_id = ?
                UNION
                SELECT child.id FROM mac_range AS child JOIN moved ON child.parent = moved.id
                WHERE child.provider_id = ?)
            SELECT id FROM moved ORDER BY id LIMIT ?
            """;

    private static final String LEND =
            """
            INSERT INTO delegation (range_id, range_first, range_last, provider_id, to_provider,
                                    first_mac, last_mac, opened_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, clock_timestamp())
            ON CONFLICT DO NOTHING
            RETURNING id
            """;

    /** What lies directly in something that moves too. */
    private static final String INNER =
            """
            UPDATE mac_range
            SET provider_id = ?, target_server_id = ?, company = NULL, parent_provider = ?,
                delegation = NULL, delegation_first = NULL, delegation_last = NULL
            WHERE id = ANY (?) AND parent = ANY (?)
            """;

    private static final String OUTERMOST =
            """
            UPDATE mac_range
            SET parent = ?, parent_first = ?, parent_last = ?, parent_provider = ?,
                delegation = ?, delegation_first = ?, delegation_last = ?,
                provider_id = ?, target_server_id = ?, company = NULL
            WHERE id = ?
            """;

    /** The receiver's own children rest on no delegation any more, others' on the receiver's. */
    private static final String CHILDREN_OF_OTHERS =
            """
            UPDATE mac_range
            SET parent_provider = ?,
                delegation = CASE WHEN provider_id = ? THEN NULL ELSE delegation END,
                delegation_first = CASE WHEN provider_id = ? THEN NULL ELSE delegation_first END,
                delegation_last = CASE WHEN provider_id = ? THEN NULL ELSE delegation_last END
            WHERE parent = ANY (?) AND NOT id = ANY (?)
            """;

    private static final String DROP =
            "DELETE FROM delegation WHERE range_id = ANY (?) AND to_provider = ?";
    private static final String PASS_ON =
            "UPDATE delegation SET provider_id = ? WHERE range_id = ANY (?)";

    private final Statements statements;

    HandoverMoves(Statements statements) {
        this.statements = statements;
    }

    /** The ids of the giver's among them, and of all that lies in those, by way of the giver's. */
    Long[] withAllInside(long from, List<Long> ranges) {
        return statements
                .list(
                        WITH_ALL_INSIDE,
                        row -> row.getLong(1),
                        ranges.toArray(Long[]::new),
                        from,
                        from,
                        RangeRows.MOST + 1)
                .toArray(Long[]::new);
    }

    Optional<Nest.Lent> lend(Handovers.Order order, Nest.Inside around, MacRange part) {
        long first = part.first().bits();
        long last = part.last().bits();
        return statements
                .list(
                        LEND,
                        row -> new Nest.Lent(row.getLong(1), first, last),
                        around.id(),
                        around.first(),
                        around.last(),
                        order.from(),
                        order.to(),
                        first,
                        last)
                .stream()
                .findFirst();
    }

    /** All but the outermost, and the delegations of all. */
    void changeHands(Handovers.Order order, Long[] moved) {
        long to = order.to();
        statements.run(INNER, to, order.targetServer(), to, moved, moved);
        statements.run(CHILDREN_OF_OTHERS, to, to, to, to, moved, moved);
        statements.run(DROP, moved, to);
        statements.run(PASS_ON, to, moved);
    }

    void own(Handovers.Order order, Registration range, Nest nest) {
        statements.run(
                OUTERMOST,
                Stream.concat(
                                Stream.of(nest.columns()),
                                Stream.<Object>of(order.to(), order.targetServer(), range.id()))
                        .toArray());
    }
}
