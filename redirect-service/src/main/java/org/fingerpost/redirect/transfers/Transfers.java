package org.fingerpost.redirect.transfers;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.fingerpost.access.Caller;
import org.fingerpost.audit.Audit;
import org.fingerpost.audit.Decision;
import org.fingerpost.problems.Problem;
import org.fingerpost.redirect.attempts.Attempts;
import org.fingerpost.redirect.notices.Notices;
import org.fingerpost.redirect.ranges.changes.Handovers;
import org.fingerpost.redirect.transfers.Transfer.State;

/** Keeps the transfers. Ranges change hands when an offer is accepted, all of them or none. */
@ApplicationScoped
public class Transfers {
    private static final Duration USUAL = Duration.ofDays(7);
    private static final Duration LONGEST = Duration.ofDays(30);

    private final TransferRows rows;
    private final Handovers handovers;
    private final Audit audit;
    private final Notices notices;
    private final Attempts attempts;
    private final Clock clock;

    Transfers(
            TransferRows rows,
            Handovers handovers,
            Audit audit,
            Notices notices,
            Attempts attempts,
            Clock clock) {
        this.rows = rows;
        this.handovers = handovers;
        this.audit = audit;
        this.notices = notices;
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * A transfer that was accepted.
     *
     * @param commit the number of the transaction in which the ranges changed hands
     */
    public record Accepted(Transfer transfer, long commit) {}

    /**
     * Offers ranges to another provider.
     *
     * @param expires when the offer becomes void: in at most 30 days; in 7 if nothing is said
     */
    public Transfer offer(Caller by, long to, List<Long> ranges, Optional<Instant> expires) {
        long from = by.provider();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant end = expires.orElse(now.plus(USUAL)).truncatedTo(ChronoUnit.MICROS);
        if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST))) {
            throw Problem.invalid(
                            "invalid-field",
                            "expires: an offer is open for "
                                    + LONGEST.toDays()
                                    + " days at the most")
                    .with("field", "expires");
        }
        return attempts.run(() -> {
            handovers.check(from, ranges);
            Transfer offer =
                    Optional.of(new Transfer(0, from, to, ranges, State.OFFERED, now, end))
                            .filter(wish -> wish.to() != from)
                            .flatMap(rows::insert)
                            .orElseThrow(() ->
                                    Problem.invalid(
                                                    "no-such-provider",
                                                    "there is no other provider " + to)
                                            .with("field", "toProvider"));
            write(by, "transfer-offered", offer);
            return offer;
        });
    }

    /** The receiver takes the ranges, and says where their phones are sent from now on. */
    public Accepted accept(Caller by, long id, long targetServer) {
        long to = by.provider();
        return attempts.run(() -> {
            Transfer offer = open(id, found -> found.to() == to);
            Transfer accepted = closed(by, offer.as(State.ACCEPTED));
            long commit =
                    handovers.handOver(
                            by,
                            new Handovers.Order(offer.from(), to, offer.ranges(), targetServer));
            return new Accepted(accepted, commit);
        });
    }

    /** The receiver does not want them. */
    public Transfer decline(Caller by, long id) {
        long to = by.provider();
        return attempts.run(
                () -> closed(by, open(id, found -> found.to() == to).as(State.DECLINED)));
    }

    /** The giver, or the operator, takes the offer back. */
    public Transfer cancel(Caller by, long id) {
        return attempts.run(
                () -> closed(by, open(id, found -> by.sees(found.from())).as(State.CANCELLED)));
    }

    /** A page of what the caller has offered or was offered. */
    public List<Transfer> seenBy(Caller caller, long after, int size) {
        return attempts
                .run(() ->
                        switch (caller) {
                            case Caller.Operator() -> rows.page(after, size);
                            case Caller.OfProvider(long own) -> rows.pageOf(own, after, size);
                        })
                .stream()
                .map(this::asNow)
                .toList();
    }

    public Optional<Transfer> find(Caller caller, long id) {
        return attempts.run(() -> rows.find(id))
                .filter(found -> caller.sees(found.from()) || caller.sees(found.to()))
                .map(this::asNow);
    }

    private Transfer asNow(Transfer transfer) {
        return transfer.at(clock.instant());
    }

    private Transfer open(long id, Predicate<Transfer> mine) {
        Transfer found =
                rows.locked(id)
                        .filter(mine)
                        .map(this::asNow)
                        .orElseThrow(() -> Problem.notFound("no transfer " + id));
        if (found.state() != State.OFFERED) {
            throw Problem.conflict(
                            "transfer-closed", "transfer " + id + " is " + found.state().word())
                    .with("state", found.state().word());
        }
        return found;
    }

    private Transfer closed(Caller by, Transfer transfer) {
        rows.close(transfer, clock.instant());
        write(by, "transfer-" + transfer.state().word(), transfer);
        return transfer;
    }

    private void write(Caller by, String action, Transfer transfer) {
        Decision decision =
                Decision.about(by, action, "transfer/" + transfer.id(), transfer.from())
                        .is(transfer);
        audit.recordAll(List.of(decision, decision.alsoFor(transfer.to())));
        Told told = Told.of(transfer);
        for (long provider : List.of(transfer.from(), transfer.to())) {
            notices.tell(provider, action, "transfer/" + transfer.id(), told);
        }
    }

    /** What both sides are told; which ranges they are, the transfer says. */
    private record Told(String text, long fromProvider, long toProvider, long ranges) {
        static Told of(Transfer transfer) {
            return new Told(
                    switch (transfer.state()) {
                        case OFFERED -> "Ranges are offered: accept or decline.";
                        case ACCEPTED -> "The ranges have changed hands.";
                        case DECLINED -> "The receiver does not want the ranges.";
                        case CANCELLED -> "The offer was taken back.";
                        case EXPIRED -> "The offer was open for too long.";
                    },
                    transfer.from(),
                    transfer.to(),
                    transfer.ranges().size());
        }
    }
}
