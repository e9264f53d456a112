package org.fingerpost.redirect.ranges;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.fingerpost.access.Caller;
import org.fingerpost.outbox.Outbox;
import org.fingerpost.problems.Problem;
import org.fingerpost.redirect.targets.TargetServers;

/**
 * Keeps the ranges. The questions asked here make answers clear; the database's constraints make
 * them true.
 */
@ApplicationScoped
public class Ranges {
    private static final String TYPE = "org.fingerpost.redirect.range.v1";

    private final RangeRows rows;
    private final TargetServers servers;
    private final Outbox outbox;
    private final Clock clock;

    Ranges(RangeRows rows, TargetServers servers, Outbox outbox, Clock clock) {
        this.rows = rows;
        this.servers = servers;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Registers a range as pending. It may lie inside a range of the same provider; it may not
     * cross or enclose one, nor touch somebody else's.
     */
    @Transactional
    public Assignment register(long provider, MacRange range, long targetServer) {
        if (servers.find(new Caller.OfProvider(provider), targetServer).isEmpty()) {
            return new Assignment.NoSuchTargetServer(targetServer);
        }
        List<RangeRow> touching = rows.touching(range);
        if (touching.stream().anyMatch(other -> other.providerId != provider)) {
            return new Assignment.ClashesWithForeign();
        }
        Optional<RangeRow> clash =
                touching.stream().filter(other -> !other.encloses(range)).findFirst();
        if (clash.isPresent()) {
            return new Assignment.ClashesWithOwn(clash.get().toRegistration());
        }
        RangeRow row = new RangeRow();
        row.providerId = provider;
        row.targetServerId = targetServer;
        row.firstMac = range.first().bits();
        row.lastMac = range.last().bits();
        row.state = Registration.State.PENDING.word();
        row.registeredAt = clock.instant();
        touching.stream().findFirst().ifPresent(row::lieIn);
        rows.persistAndFlush(row);
        return new Assignment.Registered(row.toRegistration(), tell(row));
    }

    /** An approved range as it now is. */
    public record Approved(Registration registration, long commit) {}

    /** Approving twice is approving once. */
    @Transactional
    public Approved approve(long id) {
        RangeRow row =
                rows.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                        .orElseThrow(() -> Problem.notFound("no range " + id));
        row.state = Registration.State.ACTIVE.word();
        if (row.approvedAt == null) {
            row.approvedAt = clock.instant();
        }
        rows.flush();
        return new Approved(row.toRegistration(), tell(row));
    }

    /** Gives a range back. Those inside it must go first. */
    @Transactional
    public long release(Caller caller, long id) {
        RangeRow row =
                rows.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                        .filter(found -> caller.sees(found.providerId))
                        .orElseThrow(() -> Problem.notFound("no range " + id));
        rows.find("parent", id)
                .firstResultOptional()
                .ifPresent(inner -> {
                    throw Problem.conflict(
                            "range-has-ranges-inside",
                            "range "
                                    + inner.id
                                    + " ("
                                    + inner.toRegistration().range()
                                    + ") lies inside it: delete that first");
                });
        rows.delete(row);
        rows.flush();
        return outbox.appendGone("range/" + id, TYPE);
    }

    /** A page of what the caller may see, oldest first, from behind {@code after} on. */
    @Transactional
    public List<Registration> seenBy(Caller caller, long after, int size) {
        List<RangeRow> page =
                switch (caller) {
                    case Caller.Operator() -> rows.page(after, size);
                    case Caller.OfProvider(long provider) -> rows.pageOf(provider, after, size);
                };
        return page.stream().map(RangeRow::toRegistration).toList();
    }

    @Transactional
    public Optional<Registration> find(Caller caller, long id) {
        return rows.findByIdOptional(id)
                .filter(row -> caller.sees(row.providerId))
                .map(RangeRow::toRegistration);
    }

    private long tell(RangeRow row) {
        MacRange range = row.toRegistration().range();
        return outbox.append(
                "range/" + row.id,
                TYPE,
                new State(
                        row.id,
                        row.providerId,
                        range.first().toString(),
                        range.last().toString(),
                        row.targetServerId,
                        row.state));
    }

    private record State(
            long id, long provider, String first, String last, long target, String state) {}
}
