package org.fingerpost.redirect.ranges.registering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fingerpost.access.Caller;
import org.fingerpost.redirect.ranges.Registration;
import org.fingerpost.redirect.ranges.Registration.State;
import org.fingerpost.redirect.ranges.Wish;
import org.fingerpost.redirect.ranges.changes.Approvals;
import org.fingerpost.redirect.ranges.tree.RangeNews;
import org.fingerpost.redirect.ranges.tree.RangeRows;
import org.fingerpost.statements.Statements;

/**
 * Registers and approves up to a thousand ranges in a few statements, by the rules of {@link
 * Ranges} and {@link Approvals}. Works in the caller's transaction, and leaves the audit to it.
 */
@ApplicationScoped
public class RangeBatch {
    /**
     * Plans are kept with their statement, and a plan that was made when the table was small reads
     * all of it later, for each row.
     */
    static final String BY_INDEX = "SET LOCAL enable_seqscan = off";

    /**
     * What {@link Ranges#register} asks for one, asked for many: inserts a range if the innermost
     * one around it is nobody's or the provider's own, and nothing stands beside it there.
     */
    private static final String INSERT =
            """
            WITH wish AS MATERIALIZED (
                SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[])
                    AS wish (n, first, last, target, company)),
            placed AS MATERIALIZED (
                SELECT wish.*, around.id AS parent,
                       around.first_mac AS parent_first, around.last_mac AS parent_last,
                       around.provider_id AS parent_provider
                FROM wish
                JOIN target_server ON target_server.id = target AND target_server.provider_id = ?
                LEFT JOIN LATERAL (
                    SELECT id, provider_id, first_mac, last_mac, pilot_macs FROM mac_range
                    WHERE stands AND place && mac_column(first)
                      AND first_mac <= first AND last_mac >= last
                    ORDER BY last_mac - first_mac LIMIT 1) AS around ON true
                WHERE around.id IS NULL
                   OR (around.provider_id = ?
                       AND (around.first_mac, around.last_mac) <> (first, last)
                       AND NOT EXISTS (SELECT FROM unnest(around.pilot_macs) AS mac
                                       WHERE mac BETWEEN first AND last))),
            made AS (
                INSERT INTO mac_range (provider_id, target_server_id, first_mac, last_mac,
                                       parent, parent_first, parent_last, parent_provider,
                                       state, company, registered_at, import_id)
                SELECT ?, target, first, last, parent, parent_first, parent_last, parent_provider,
                       'pending', company, ?, ?
                FROM placed
                WHERE NOT EXISTS (
                    SELECT FROM mac_range AS other
                    WHERE other.stands
                      AND other.place && mac_place(placed.parent, placed.first, placed.last))
                ORDER BY first
                ON CONFLICT DO NOTHING
                RETURNING id, first_mac)
            SELECT n, made.id, parent FROM made JOIN placed ON placed.first = made.first_mac
            """;

    private static final String APPROVE =
            """
            UPDATE mac_range
            SET state = CASE WHEN cardinality(pilot_macs) = 0 THEN 'active' ELSE 'pilot' END,
                approved_at = ?, approval_id = ?
            WHERE id = ANY (?)
            """;

    private final Statements statements;
    private final RangeNews news;
    private final Gate gate;
    private final Clock clock;

    RangeBatch(Statements statements, RangeNews news, Gate gate, Clock clock) {
        this.statements = statements;
        this.news = news;
        this.gate = gate;
        this.clock = clock;
    }

    private record Made(int n, long id, Optional<Long> parent) {}

    /**
     * Registers those of the wishes that are allowed at first sight. The others are nobody's loss:
     * {@link Crossings} and {@link Ranges#registerListed} say what comes of each.
     *
     * @param wishes of one provider, without pilots, of which no two share an address
     * @param importId the job they came in
     * @return the ids of those that were registered, by their place among the wishes
     */
    @Transactional(TxType.MANDATORY)
    public Map<Integer, Long> register(Caller by, long provider, List<Wish> wishes, long importId) {
        List<Integer> lines = admitted(by, wishes);
        if (lines.isEmpty()) {
            return Map.of();
        }
        statements.run(BY_INDEX);
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Wish> asked = lines.stream().map(wishes::get).toList();
        List<Made> made =
                statements.list(
                        INSERT,
                        row ->
                                new Made(
                                        row.getInt(1),
                                        row.getLong(2),
                                        Optional.ofNullable(row.getObject(3, Long.class))),
                        lines.stream().map(Integer::longValue).toArray(Long[]::new),
                        numbers(asked, wish -> wish.range().first().bits()),
                        numbers(asked, wish -> wish.range().last().bits()),
                        numbers(asked, Wish::targetServer),
                        asked.stream()
                                .map(wish -> wish.company().orElse(null))
                                .toArray(String[]::new),
                        provider,
                        provider,
                        provider,
                        utc(at),
                        importId);
        news.tellAll(made.stream().map(row -> pending(row, wishes.get(row.n()), at)).toList());
        Map<Integer, Long> ids = new LinkedHashMap<>();
        made.forEach(row -> ids.put(row.n(), row.id()));
        return ids;
    }

    static Long[] numbers(List<Wish> wishes, Function<Wish, Long> part) {
        return wishes.stream().map(part).toArray(Long[]::new);
    }

    /**
     * Approves those that are pending, as {@link Approvals#approve} would.
     *
     * @param approvalId the job that was asked to
     * @return the ranges as they now are, by id; those that are not there are not in it
     */
    @Transactional(TxType.MANDATORY)
    public Map<Long, Registration> approve(List<Long> ids, long approvalId) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Registration> found =
                statements.list(
                        "SELECT "
                                + RangeRows.COLUMNS
                                + " FROM mac_range WHERE id = ANY (?) ORDER BY id FOR NO KEY"
                                + " UPDATE",
                        RangeRows::registration,
                        new Object[] {ids.toArray(Long[]::new)});
        List<Registration> approved = new ArrayList<>();
        Map<Long, Registration> now = new LinkedHashMap<>();
        for (Registration range : found) {
            boolean pending = range.state() == State.PENDING;
            now.put(range.id(), pending ? range.approved(at) : range);
            if (pending) {
                approved.add(range.approved(at));
            }
        }
        statements.run(
                APPROVE,
                utc(at),
                approvalId,
                approved.stream().map(Registration::id).toArray(Long[]::new));
        news.tellAll(approved);
        return now;
    }

    /** How many of the ranges each provider has. */
    @Transactional(TxType.MANDATORY)
    public Map<Long, Long> owners(List<Long> ids) {
        return statements
                .list(
                        "SELECT provider_id FROM mac_range WHERE id = ANY (?)",
                        row -> row.getLong(1),
                        new Object[] {ids.toArray(Long[]::new)})
                .stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static Registration pending(Made made, Wish wish, Instant at) {
        return new Registration(
                made.id(),
                wish.provider(),
                wish.range(),
                wish.targetServer(),
                State.PENDING,
                false,
                wish.company(),
                wish.pilotMacs(),
                Optional.empty(),
                made.parent(),
                at,
                Optional.empty());
    }

    private List<Integer> admitted(Caller by, List<Wish> wishes) {
        return IntStream.range(0, wishes.size())
                .filter(n -> gate.check(by, wishes.get(n)).isEmpty())
                .boxed()
                .toList();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
