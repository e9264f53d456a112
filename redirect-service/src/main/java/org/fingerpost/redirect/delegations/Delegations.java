package org.fingerpost.redirect.delegations;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.access.Caller;
import org.fingerpost.audit.Audit;
import org.fingerpost.audit.Decision;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.problems.Problem;
import org.fingerpost.redirect.attempts.Attempts;
import org.fingerpost.redirect.attempts.RaceLost;
import org.fingerpost.redirect.ranges.MacRange;
import org.fingerpost.redirect.ranges.Registration;
import org.fingerpost.redirect.ranges.registering.Ranges;
import org.fingerpost.statements.Statements;

/** Keeps the delegations. */
@ApplicationScoped
public class Delegations {
    private static final String COLUMNS =
            "SELECT id, range_id, provider_id, to_provider, first_mac, last_mac, opened_at"
                    + " FROM delegation ";

    /** The range is as it was read, or there is no row. */
    private static final String OPEN =
            """
            INSERT INTO delegation (range_id, range_first, range_last, provider_id, to_provider,
                                    first_mac, last_mac, opened_at)
            SELECT id, first_mac, last_mac, provider_id, ?, ?, ?, ? FROM mac_range
            WHERE id = ? AND provider_id = ? AND first_mac = ? AND last_mac = ?
            ON CONFLICT DO NOTHING
            RETURNING id
            """;

    private final Statements statements;
    private final Ranges ranges;
    private final Audit audit;
    private final Attempts attempts;
    private final Clock clock;

    public Delegations(
            Statements statements, Ranges ranges, Audit audit, Attempts attempts, Clock clock) {
        this.statements = statements;
        this.ranges = ranges;
        this.audit = audit;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Opens a part of an approved range; an address is open to one provider at a time. */
    public Delegation open(Caller by, long rangeId, MacRange part, long to) {
        return attempts.run(() -> {
            Registration range =
                    ranges.find(by, rangeId)
                            .orElseThrow(() -> Problem.notFound("no range " + rangeId));
            refuse(range, part, to);
            Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
            List<Long> made =
                    statements.list(
                            OPEN,
                            row -> row.getLong(1),
                            to,
                            part.first().bits(),
                            part.last().bits(),
                            OffsetDateTime.ofInstant(at, ZoneOffset.UTC),
                            rangeId,
                            range.provider(),
                            range.range().first().bits(),
                            range.range().last().bits());
            if (made.isEmpty()) {
                throw overlapsOrMoved(range, part);
            }
            Delegation opened =
                    new Delegation(made.getFirst(), rangeId, range.provider(), to, part, at);
            write(by, "delegation-opened", opened);
            return opened;
        });
    }

    /** Takes a delegation back, once nothing rests on it any more. */
    public void close(Caller by, long rangeId, long id) {
        attempts.run(() -> {
            Delegation open =
                    list("WHERE id = ? AND range_id = ? FOR UPDATE", id, rangeId).stream()
                            .findFirst()
                            .filter(found -> by.sees(found.provider()))
                            .orElseThrow(() -> Problem.notFound("no delegation " + id));
            if (!statements
                    .list(
                            "SELECT 1 FROM mac_range WHERE delegation = ? LIMIT 1",
                            row -> row.getLong(1),
                            id)
                    .isEmpty()) {
                throw Problem.conflict(
                        "delegation-in-use", "ranges of the other provider rest on it");
            }
            statements.run("DELETE FROM delegation WHERE id = ?", id);
            write(by, "delegation-closed", open);
            return open;
        });
    }

    /** Those of a range that the caller owns. */
    public List<Delegation> of(Caller caller, long rangeId) {
        return attempts.run(() ->
                list("WHERE range_id = ? ORDER BY id", rangeId).stream()
                        .filter(each -> caller.sees(each.provider()))
                        .toList());
    }

    /** A page of those that were opened to the caller; for the operator, of all. */
    public List<Delegation> openTo(Caller caller, long after, int size) {
        return attempts.run(() ->
                switch (caller) {
                    case Caller.Operator() -> list("WHERE id > ? ORDER BY id LIMIT ?", after, size);
                    case Caller.OfProvider(long own) ->
                            list(
                                    "WHERE to_provider = ? AND id > ? ORDER BY id LIMIT ?",
                                    own,
                                    after,
                                    size);
                });
    }

    private void refuse(Registration range, MacRange part, long to) {
        boolean approved =
                switch (range.state()) {
                    case ACTIVE, PILOT -> true;
                    case PENDING, REJECTED, DEFAULT -> false;
                };
        if (!approved) {
            throw Problem.conflict(
                    "range-not-so-far", "range " + range.id() + " is not approved yet");
        }
        if (!range.range().holds(part)) {
            throw Problem.invalid("delegation-outside", part + " is no part of " + range.range());
        }
        boolean known =
                to != range.provider()
                        && !statements
                                .list(
                                        "SELECT 1 FROM provider WHERE id = ?",
                                        row -> row.getLong(1),
                                        to)
                                .isEmpty();
        if (!known) {
            throw Problem.invalid("no-such-provider", "there is no other provider " + to)
                    .with("field", "toProvider");
        }
    }

    private RuntimeException overlapsOrMoved(Registration range, MacRange part) {
        Optional<Delegation> other =
                list(
                                "WHERE range_id = ? AND span && int8range(?, ?, '[]') LIMIT 1",
                                range.id(),
                                part.first().bits(),
                                part.last().bits())
                        .stream()
                        .findFirst();
        return other.isEmpty()
                ? new RaceLost(range.range() + " has moved")
                : Problem.conflict(
                        "delegation-overlaps",
                        part
                                + " overlaps delegation "
                                + other.get().id()
                                + " ("
                                + other.get().part()
                                + "): an address is delegated once");
    }

    private void write(Caller by, String action, Delegation delegation) {
        Decision decision =
                Decision.about(by, action, "delegation/" + delegation.id(), delegation.provider())
                        .is(
                                Map.of(
                                        "range", delegation.range(),
                                        "toProvider", delegation.to(),
                                        "first", delegation.part().first().toString(),
                                        "last", delegation.part().last().toString()));
        audit.recordAll(List.of(decision, decision.alsoFor(delegation.to())));
    }

    private List<Delegation> list(String rest, Object... values) {
        return statements.list(COLUMNS + rest, Delegations::delegation, values);
    }

    private static Delegation delegation(ResultSet row) throws SQLException {
        return new Delegation(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                new MacRange(new MacAddress(row.getLong(5)), new MacAddress(row.getLong(6))),
                row.getObject(7, OffsetDateTime.class).toInstant());
    }
}
