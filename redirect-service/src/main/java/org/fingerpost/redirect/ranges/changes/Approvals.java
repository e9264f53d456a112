package org.fingerpost.redirect.ranges.changes;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.fingerpost.access.Caller;
import org.fingerpost.problems.Problem;
import org.fingerpost.redirect.attempts.Attempts;
import org.fingerpost.redirect.ranges.Registration;
import org.fingerpost.redirect.ranges.Registration.State;
import org.fingerpost.redirect.ranges.tree.Moves;
import org.fingerpost.redirect.ranges.tree.Nest;
import org.fingerpost.redirect.ranges.tree.RangeNews;
import org.fingerpost.redirect.ranges.tree.RangeRows;

/**
 * Decides how far a range comes: approved or rejected, opened after its pilot, blocked. Each verb
 * may be said twice; the second time nothing changes.
 */
@ApplicationScoped
public class Approvals {
    private final RangeRows rows;
    private final Moves moves;
    private final RangeNews news;
    private final Attempts attempts;
    private final Clock clock;

    public Approvals(RangeRows rows, Moves moves, RangeNews news, Attempts attempts, Clock clock) {
        this.rows = rows;
        this.moves = moves;
        this.news = news;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Opens a pending range: for its pilot if it has one, else for all its phones. */
    public Kept approve(Caller by, long id) {
        return decide(
                by,
                id,
                new Verb(
                        "range-approved",
                        Set.of(State.PENDING),
                        Set.of(State.PILOT, State.ACTIVE),
                        range -> range.approved(clock.instant())));
    }

    /** Opens a range that is in its pilot for all its phones. */
    public Kept activate(Caller by, long id) {
        return decide(
                by,
                id,
                new Verb(
                        "range-activated",
                        Set.of(State.PILOT),
                        Set.of(State.ACTIVE),
                        Registration::activated));
    }

    /**
     * Turns a pending range down. Its addresses are free at once, ranges inside it lie in what was
     * around it, and the provider reads the reason.
     */
    public Kept reject(Caller by, long id, String reason) {
        return decide(
                by,
                id,
                new Verb(
                        "range-rejected",
                        Set.of(State.PENDING),
                        Set.of(State.REJECTED),
                        range -> range.rejected(reason)));
    }

    /** The range's own phones get what unknown ones get, whatever is around it. */
    public Kept block(Caller by, long id) {
        return decide(by, id, blocking("range-blocked", true));
    }

    public Kept unblock(Caller by, long id) {
        return decide(by, id, blocking("range-unblocked", false));
    }

    private static Verb blocking(String action, boolean blocked) {
        return new Verb(
                action,
                Set.of(State.PENDING, State.PILOT, State.ACTIVE, State.DEFAULT),
                Set.of(),
                range -> range.withBlocked(blocked));
    }

    /**
     * @param from the states in which it can be said
     * @param done the states in which it has been said already
     */
    private record Verb(
            String action, Set<State> from, Set<State> done, UnaryOperator<Registration> change) {}

    private Kept decide(Caller by, long id, Verb verb) {
        return attempts.run(() -> {
            Registration was =
                    rows.locked(id)
                            .filter(range -> by.sees(range.provider()))
                            .orElseThrow(() -> Problem.notFound("no range " + id));
            if (verb.done().contains(was.state())) {
                return new Kept(was, news.again(was));
            }
            if (!verb.from().contains(was.state())) {
                throw Problem.conflict(
                                "range-not-so-far",
                                "range "
                                        + id
                                        + " is "
                                        + was.state().word()
                                        + ": this comes too early or too late")
                        .with("state", was.state().word());
            }
            Registration now = verb.change().apply(was);
            if (now.state() == State.REJECTED) {
                stepAside(by, was, now);
            } else {
                rows.update(now);
            }
            return new Kept(now, news.changed(by, verb.action(), was, now));
        });
    }

    private void stepAside(Caller by, Registration was, Registration now) {
        List<Registration> inside = rows.seizedChildren(was.id());
        if (inside.size() > RangeRows.MOST) {
            throw crowded(was);
        }
        Nest around = moves.nest(was.id());
        moves.unsettle();
        moves.strike(now);
        moves.lay(inside, around);
        if (around.parent().isEmpty()) {
            for (Registration phone : inside) {
                if (phone.state() == State.DEFAULT) {
                    rows.delete(phone.id());
                    news.gone(by, "range-released", phone);
                }
            }
        }
        moves.settle();
    }

    static Problem crowded(Registration range) {
        return Problem.conflict(
                "range-too-crowded",
                "more than "
                        + RangeRows.MOST
                        + " ranges lie inside range "
                        + range.id()
                        + ": take those away first");
    }
}
