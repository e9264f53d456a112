package org.fingerpost.redirect.ranges.registering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.fingerpost.access.Caller;
import org.fingerpost.redirect.ranges.Assignment;
import org.fingerpost.redirect.ranges.Registration;
import org.fingerpost.redirect.ranges.Wish;
import org.fingerpost.redirect.ranges.tree.Moves;
import org.fingerpost.redirect.ranges.tree.RangeRows;
import org.fingerpost.statements.Statements;

/**
 * Says of many wishes at once which of them cannot be had, by the rules of {@link Ranges#register}:
 * a list that was sent twice, or crosses what is there, is not asked about row by row.
 */
@ApplicationScoped
public class Crossings {
    /** What each wish meets: first the innermost range around it, then some beside or inside it. */
    private static final String NEAR =
            """
            WITH wish AS MATERIALIZED (
                SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::bigint[]) AS wish (n, first, last)),
            placed AS MATERIALIZED (
                SELECT wish.*, around.id AS around_id
                FROM wish LEFT JOIN LATERAL (
                    SELECT id FROM mac_range
                    WHERE stands AND place && mac_column(first)
                      AND first_mac <= first AND last_mac >= last
                    ORDER BY last_mac - first_mac LIMIT 1) AS around ON true)
            SELECT %1$s, n, 0 AS rank FROM placed JOIN mac_range ON id = around_id
            UNION ALL
            SELECT %1$s, n, 1 FROM placed CROSS JOIN LATERAL (
                SELECT * FROM mac_range
                WHERE stands AND place && mac_place(around_id, first, last) LIMIT ?) AS beside
            ORDER BY n, rank
            """
                    .formatted(RangeRows.COLUMNS);

    /** Enough to see that something is in the way; who needs to know all asks for one wish. */
    private static final int SOME = 3;

    private final Statements statements;
    private final Moves moves;
    private final Gate gate;

    Crossings(Statements statements, Moves moves, Gate gate) {
        this.statements = statements;
        this.moves = moves;
        this.gate = gate;
    }

    private record Met(int n, Registration range) {}

    /**
     * @param wishes of one provider
     * @return what comes of those that cannot be had, by their place among the wishes
     */
    @Transactional(TxType.MANDATORY)
    public Map<Integer, Assignment> of(Caller by, long provider, List<Wish> wishes) {
        Map<Integer, List<Registration>> near = near(wishes);
        Set<Long> servers = servers(provider, wishes);
        Map<Integer, Assignment> refused = new LinkedHashMap<>();
        for (int n = 0; n < wishes.size(); n++) {
            Wish wish = wishes.get(n);
            List<Registration> met = near.getOrDefault(n, List.of());
            gate.check(by, wish)
                    .or(() -> inTheWay(wish, met))
                    .or(() -> noServer(wish, servers))
                    .ifPresent(putInto(refused, n));
        }
        return refused;
    }

    private static Consumer<Assignment> putInto(Map<Integer, Assignment> refused, int n) {
        return why -> refused.put(n, why);
    }

    private Optional<Assignment> inTheWay(Wish wish, List<Registration> met) {
        return switch (Surroundings.of(wish, met, moves)) {
            case Surroundings.Forbid(var why) -> Optional.of(why);
            case Surroundings.Allow allow -> Optional.empty();
        };
    }

    private static Optional<Assignment> noServer(Wish wish, Set<Long> servers) {
        return servers.contains(wish.targetServer())
                ? Optional.empty()
                : Optional.of(new Assignment.NoSuchTargetServer(wish.targetServer()));
    }

    private Map<Integer, List<Registration>> near(List<Wish> wishes) {
        statements.run(RangeBatch.BY_INDEX);
        return statements
                .list(
                        NEAR,
                        row -> new Met(row.getInt("n"), RangeRows.registration(row)),
                        LongStream.range(0, wishes.size()).boxed().toArray(Long[]::new),
                        RangeBatch.numbers(wishes, wish -> wish.range().first().bits()),
                        RangeBatch.numbers(wishes, wish -> wish.range().last().bits()),
                        SOME)
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Met::n, Collectors.mapping(Met::range, Collectors.toList())));
    }

    private Set<Long> servers(long provider, List<Wish> wishes) {
        return Set.copyOf(
                statements.list(
                        "SELECT id FROM target_server WHERE provider_id = ? AND id = ANY (?)",
                        row -> row.getLong(1),
                        provider,
                        RangeBatch.numbers(wishes, Wish::targetServer)));
    }
}
