package org.fingerpost.redirect.ranges;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.stream.IntStream;
import org.fingerpost.access.Caller;
import org.fingerpost.redirect.attempts.Statements;
import org.fingerpost.redirect.ranges.Registration.State;

/**
 * Registers and approves up to a thousand ranges in a few statements, by the rules of {@link
 * Ranges} and {@link Approvals}. Works in the caller's transaction, and leaves the audit to it.
 */
@ApplicationScoped
public class RangeBatch {
    /**
     * What {@link Ranges#register} asks for one, asked for many: inserts a range if the innermost
     * one around it is nobody's or the provider's own, and nothing stands beside it there.
     */
    private static final String INSERT =
            """
            WITH wish AS MATERIALIZED (
                SELECT * FROM json_to_recordset(?::json)
                    AS wish (n bigint, first bigint, last bigint, target bigint, company text)),
            placed AS MATERIALIZED (
                SELECT wish.*, around.id AS parent,
                       around.first_mac AS parent_first, around.last_mac AS parent_last,
                       around.provider_id AS parent_provider
                FROM wish
                JOIN target_server ON target_server.id = target AND target_server.provider_id = ?
                LEFT JOIN LATERAL (
                    SELECT id, provider_id, first_mac, last_mac, pilot_macs FROM mac_range
                    WHERE stands AND span @> int8range(first, last, '[]')
                    ORDER BY last_mac - first_mac LIMIT 1) AS around ON true
                WHERE around.id IS NULL
                   OR (around.provider_id = ?
                       AND (around.first_mac, around.last_mac) <> (first, last)
                       AND NOT EXISTS (SELECT FROM unnest(around.pilot_macs) AS mac
                                       WHERE mac BETWEEN first AND last))),
            made AS (
                INSERT INTO mac_range (provider_id, target_server_id, first_mac, last_mac,
                                       parent, parent_first, parent_last, parent_provider,
                                       state, company, registered_at)
                SELECT ?, target, first, last, parent, parent_first, parent_last, parent_provider,
                       'pending', company, ?
                FROM placed
                WHERE NOT EXISTS (
                    SELECT FROM mac_range AS other
                    WHERE other.stands AND coalesce(other.parent, 0) = coalesce(placed.parent, 0)
                      AND other.span && int8range(placed.first, placed.last, '[]'))
                ON CONFLICT DO NOTHING
                RETURNING id, first_mac)
            SELECT n, made.id, parent FROM made JOIN placed ON placed.first = made.first_mac
            """;

    private static final String APPROVE =
            """
            UPDATE mac_range
            SET state = CASE WHEN cardinality(pilot_macs) = 0 THEN 'active' ELSE 'pilot' END,
                approved_at = ?
            WHERE id = ANY (?)
            """;

    private final Statements statements;
    private final RangeNews news;
    private final Gate gate;
    private final ObjectMapper json;
    private final Clock clock;

    RangeBatch(Statements statements, RangeNews news, Gate gate, ObjectMapper json, Clock clock) {
        this.statements = statements;
        this.news = news;
        this.gate = gate;
        this.json = json;
        this.clock = clock;
    }

    private record Line(int n, long first, long last, long target, String company) {
        static Line of(int n, Wish wish) {
            return new Line(
                    n,
                    wish.range().first().bits(),
                    wish.range().last().bits(),
                    wish.targetServer(),
                    wish.company().orElse(null));
        }
    }

    private record Made(int n, long id, Optional<Long> parent) {}

    /**
     * Registers those of the wishes that are allowed at first sight. The others are nobody's loss:
     * {@link Ranges#register} says what comes of each.
     *
     * @param wishes of one provider, without pilots, of which no two share an address
     * @return the ids of those that were registered, by their place among the wishes
     */
    @Transactional(TxType.MANDATORY)
    public Map<Integer, Long> register(Caller by, long provider, List<Wish> wishes) {
        List<Line> lines = admitted(by, wishes);
        if (lines.isEmpty()) {
            return Map.of();
        }
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Made> made =
                statements.list(
                        INSERT,
                        row ->
                                new Made(
                                        row.getInt(1),
                                        row.getLong(2),
                                        Optional.ofNullable(row.getObject(3, Long.class))),
                        written(lines),
                        provider,
                        provider,
                        provider,
                        utc(at));
        news.tellAll(made.stream().map(row -> pending(row, wishes.get(row.n()), at)).toList());
        Map<Integer, Long> ids = new LinkedHashMap<>();
        made.forEach(row -> ids.put(row.n(), row.id()));
        return ids;
    }

    /**
     * Approves those that are pending, as {@link Approvals#approve} would.
     *
     * @return the ranges as they now are, by id; those that are not there are not in it
     */
    @Transactional(TxType.MANDATORY)
    public Map<Long, Registration> approve(List<Long> ids) {
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
                APPROVE, utc(at), approved.stream().map(Registration::id).toArray(Long[]::new));
        news.tellAll(approved);
        return now;
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

    private List<Line> admitted(Caller by, List<Wish> wishes) {
        return IntStream.range(0, wishes.size())
                .filter(n -> gate.check(by, wishes.get(n)).isEmpty())
                .mapToObj(n -> Line.of(n, wishes.get(n)))
                .toList();
    }

    private String written(List<Line> lines) {
        try {
            return json.writeValueAsString(lines);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("wishes cannot be written as JSON", e);
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
