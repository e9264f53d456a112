package org.fingerpost.redirect.ranges.changes;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.fingerpost.access.Caller;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.problems.Problem;
import org.fingerpost.redirect.attempts.Attempts;
import org.fingerpost.redirect.attempts.RaceLost;
import org.fingerpost.redirect.ranges.MacRange;
import org.fingerpost.redirect.ranges.Registration;
import org.fingerpost.redirect.ranges.Registration.State;
import org.fingerpost.redirect.ranges.tree.Moves;
import org.fingerpost.redirect.ranges.tree.Nest;
import org.fingerpost.redirect.ranges.tree.RangeNews;
import org.fingerpost.redirect.ranges.tree.RangeRows;

/** Cuts ranges in two. */
@ApplicationScoped
public class Splits {
    private final RangeRows rows;
    private final Moves moves;
    private final RangeNews news;
    private final Attempts attempts;

    public Splits(RangeRows rows, Moves moves, RangeNews news, Attempts attempts) {
        this.rows = rows;
        this.moves = moves;
        this.news = news;
        this.attempts = attempts;
    }

    /** A range that was cut: the left half keeps the id. */
    public record Halves(Registration left, Registration right, long commit) {}

    /**
     * Cuts a range before {@code at}, which becomes the first address of the right half. Both
     * halves are in all else what the range was; what lies inside goes with its half. Refused if
     * the cut goes through something inside, or leaves a half that is inside already.
     */
    public Halves split(Caller by, long id, MacAddress at) {
        return attempts.run(() -> {
            Registration was =
                    rows.seized(id)
                            .filter(found -> by.sees(found.provider()))
                            .orElseThrow(() -> Problem.notFound("no range " + id));
            if (was.state() == State.REJECTED) {
                throw Problem.conflict("range-not-so-far", "range " + id + " is rejected");
            }
            if (!was.range().holds(at) || at.equals(was.range().first())) {
                throw Problem.invalid(
                        "split-outside",
                        at + " does not divide " + was.range() + ": it begins the right half");
            }
            Registration left = was.part(new MacRange(was.range().first(), at.plus(-1)));
            Registration right = was.part(new MacRange(at, was.range().last()));
            refuseCutThrough(by, was, List.of(left.range(), right.range()));
            if (moves.delegationCrosses(id, at.bits())) {
                throw Problem.conflict(
                        "split-crosses-delegation", "a delegation lies on both sides of " + at);
            }
            return cut(by, was, left, right);
        });
    }

    private Halves cut(Caller by, Registration was, Registration left, Registration half) {
        Registration right = half.at(rows.nextId(), was.parent());
        Nest around = moves.nest(was.id());
        moves.unsettle();
        moves.cut(left, right);
        if (!(rows.insert(Optional.of(right.id()), right, around)
                instanceof RangeRows.Inserted.Made)) {
            throw new RaceLost("somebody else wrote " + right.range());
        }
        moves.settle();
        news.changed(by, "range-split", was, left);
        return new Halves(left, right, news.made(by, "range-split-off", right));
    }

    private void refuseCutThrough(Caller by, Registration was, List<MacRange> halves) {
        List<Registration> inside = rows.seizedChildren(was.id());
        if (inside.size() > RangeRows.MOST) {
            throw Approvals.crowded(was);
        }
        for (Registration inner : inside) {
            boolean fits =
                    halves.stream()
                            .anyMatch(half ->
                                    half.holds(inner.range()) && !half.equals(inner.range()));
            if (!fits) {
                throw Problem.conflict(
                        "split-crosses-range",
                        by.sees(inner.provider())
                                ? "range "
                                        + inner.id()
                                        + " ("
                                        + inner.range()
                                        + ") inside it would be cut, or be all of a half"
                                : "a range inside it, delegated to another provider, would be cut,"
                                        + " or be all of a half");
            }
        }
    }
}
