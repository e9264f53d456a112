package org.fingerpost.redirect.ranges.changes;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fingerpost.access.Caller;
import org.fingerpost.problems.Problem;
import org.fingerpost.redirect.attempts.Attempts;
import org.fingerpost.redirect.attempts.RaceLost;
import org.fingerpost.redirect.ranges.Registration;
import org.fingerpost.redirect.ranges.tree.Moves;
import org.fingerpost.redirect.ranges.tree.Nest;
import org.fingerpost.redirect.ranges.tree.RangeNews;
import org.fingerpost.redirect.ranges.tree.RangeRows;
import org.fingerpost.statements.Statements;

/** Hands ranges from one provider to another, with all of the same owner that lies in them. */
@ApplicationScoped
public class Handovers {
    private final RangeRows rows;
    private final Moves moves;
    private final HandoverMoves handover;
    private final RangeNews news;
    private final Attempts attempts;

    public Handovers(
            RangeRows rows, Moves moves, Statements statements, RangeNews news, Attempts attempts) {
        this.rows = rows;
        this.moves = moves;
        this.handover = new HandoverMoves(statements);
        this.news = news;
        this.attempts = attempts;
    }

    /**
     * From whom to whom, and where the phones are sent from then on.
     *
     * @param ranges their ids
     */
    public record Order(long from, long to, List<Long> ranges, long targetServer) {}

    /** Refuses what could not be handed over as things are now: all of it is the giver's. */
    public void check(long from, List<Long> ranges) {
        attempts.run(() -> owned(from, ranges));
    }

    /**
     * Hands all of them over, or none. A range inside another of the giver's own goes on lying
     * there, by a delegation. What is delegated to a third provider stays with that one.
     *
     * @return the commit number
     */
    public long handOver(Caller by, Order order) {
        return attempts.run(() -> {
            List<Registration> moved = seized(order);
            if (!moves.hasServer(order.to(), order.targetServer())) {
                throw Problem.invalid(
                                "no-such-target-server",
                                "you have no target server " + order.targetServer())
                        .with("field", "targetServerId");
            }
            Set<Long> ids = moved.stream().map(Registration::id).collect(Collectors.toSet());
            moves.unsettle();
            List<Registration> outermost =
                    moved.stream()
                            .filter(range -> range.parent().filter(ids::contains).isEmpty())
                            .toList();
            List<Nest> nests = new ArrayList<>();
            outermost.forEach(range -> nests.add(newNest(order, range)));
            handover.changeHands(order, Moves.ids(moved));
            for (int i = 0; i < nests.size(); i++) {
                handover.own(order, outermost.get(i), nests.get(i));
            }
            moves.settle();
            return tell(by, order, moved);
        });
    }

    private List<Registration> seized(Order order) {
        owned(order.from(), order.ranges());
        Long[] before = handover.withAllInside(order.from(), order.ranges());
        if (before.length > RangeRows.MOST) {
            throw Problem.conflict(
                    "transfer-too-large",
                    "more than " + RangeRows.MOST + " ranges would change hands at once");
        }
        List<Registration> seized = rows.seizedAll(before);
        // Those locked take no new children; so what lies inside now stays what it is.
        Set<Long> after =
                new TreeSet<>(List.of(handover.withAllInside(order.from(), order.ranges())));
        if (!after.equals(new TreeSet<>(List.of(before))) || seized.size() != before.length) {
            throw new RaceLost("ranges that change hands have moved");
        }
        return seized;
    }

    private List<Registration> owned(long from, List<Long> ids) {
        List<Registration> found = new ArrayList<>();
        for (long id : ids) {
            found.add(
                    rows.find(id)
                            .filter(range -> range.provider() == from)
                            .filter(range -> range.state() != Registration.State.REJECTED)
                            .orElseThrow(() ->
                                    Problem.conflict(
                                            "transfer-void",
                                            "range " + id + " is not the giver's any more")));
        }
        return found;
    }

    /** In what a range lies once it has changed hands. */
    private Nest newNest(Order order, Registration range) {
        Nest nest = moves.nest(range.id());
        if (nest.parent().isEmpty()) {
            return nest;
        }
        Nest.Inside around = nest.parent().get();
        if (around.provider() == order.to()) {
            return nest.restingOn(Optional.empty());
        }
        if (around.provider() != order.from()) {
            throw Problem.conflict(
                    "range-is-delegated",
                    "range "
                            + range.id()
                            + " lies in another provider's, who alone can pass it on");
        }
        if (rows.find(around.id()).orElseThrow().state() == Registration.State.PENDING) {
            // A delegation rests on an approved range: a pending one may still be rejected.
            throw Problem.conflict(
                    "range-not-so-far",
                    "range "
                            + around.id()
                            + " around range "
                            + range.id()
                            + " is not approved yet");
        }
        return nest.restingOn(
                Optional.of(
                        moves.lent(around.id(), order.to(), range.range())
                                .or(() -> handover.lend(order, around, range.range()))
                                .orElseThrow(() ->
                                        Problem.conflict(
                                                "delegation-overlaps",
                                                "range "
                                                        + range.id()
                                                        + " lies where range "
                                                        + around.id()
                                                        + " is delegated already"))));
    }

    private long tell(Caller by, Order order, List<Registration> moved) {
        long commit = 0;
        for (Registration was : moved) {
            commit = news.handedOver(by, was, was.handedTo(order.to(), order.targetServer()));
        }
        return commit;
    }
}
