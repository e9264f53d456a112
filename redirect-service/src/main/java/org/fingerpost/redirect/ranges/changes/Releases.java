package org.fingerpost.redirect.ranges.changes;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
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
import org.fingerpost.redirect.ranges.Wish;
import org.fingerpost.redirect.ranges.tree.Moves;
import org.fingerpost.redirect.ranges.tree.Nest;
import org.fingerpost.redirect.ranges.tree.RangeNews;
import org.fingerpost.redirect.ranges.tree.RangeRows;

/** Gives addresses back: a whole range, or one phone out of it. */
@ApplicationScoped
public class Releases {
    private final RangeRows rows;
    private final Moves moves;
    private final RangeNews news;
    private final Attempts attempts;
    private final Clock clock;

    public Releases(RangeRows rows, Moves moves, RangeNews news, Attempts attempts, Clock clock) {
        this.rows = rows;
        this.moves = moves;
        this.news = news;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** What became of a phone that was given back. */
    public sealed interface Given {
        long commit();

        /** It is in default: a range of one that answers nobody, inside of another. */
        record ToDefault(Registration phone, long commit) implements Given {}

        /** Its range is gone, and nothing was around it. */
        record Gone(long commit) implements Given {}
    }

    /**
     * Gives a range back. Ranges inside it must go first; phones in default stay so as long as
     * something is around them.
     */
    public long release(Caller by, long id) {
        return attempts.run(() -> {
            Registration was =
                    rows.seized(id)
                            .filter(found -> by.sees(found.provider()))
                            .orElseThrow(() -> Problem.notFound("no range " + id));
            List<Registration> inside = rows.seizedChildren(id);
            inside.stream()
                    .filter(inner ->
                            inner.state() != State.DEFAULT || inner.provider() != was.provider())
                    .findFirst()
                    .ifPresent(inner -> {
                        throw holdsAnother(by, inner);
                    });
            if (inside.size() > RangeRows.MOST) {
                throw Approvals.crowded(was);
            }
            leave(by, was, inside);
            return news.gone(by, "range-released", was);
        });
    }

    private void leave(Caller by, Registration was, List<Registration> phones) {
        Nest around = moves.nest(was.id());
        moves.unsettle();
        moves.dropDelegations(was.id());
        rows.delete(was.id());
        if (around.parent().isPresent()) {
            moves.lay(phones, around);
        } else {
            for (Registration phone : phones) {
                rows.delete(phone.id());
                news.gone(by, "range-released", phone);
            }
        }
        moves.settle();
    }

    /**
     * Gives one phone back to the default, whatever range it is in: it is redirected no more. The
     * range around it keeps the address.
     */
    public Given giveBack(Caller by, MacAddress mac) {
        MacRange alone = new MacRange(mac, mac);
        return attempts.run(() -> {
            Registration holder =
                    rows.neighbours(alone).stream()
                            .findFirst()
                            .filter(range -> by.sees(range.provider()))
                            .orElseThrow(() ->
                                    Problem.notFound("no range of yours holds the phone " + mac));
            if (holder.state() == State.DEFAULT) {
                return new Given.ToDefault(holder, news.again(holder));
            }
            if (!holder.range().equals(alone)) {
                return makeHole(by, holder, mac);
            }
            if (holder.parent().isEmpty()) {
                return new Given.Gone(release(by, holder.id()));
            }
            Registration locked =
                    rows.locked(holder.id())
                            .filter(holder::equals)
                            .orElseThrow(() -> new RaceLost(holder.range() + " has changed"));
            Registration given = locked.given();
            rows.update(given);
            return new Given.ToDefault(given, news.changed(by, "phone-given-back", locked, given));
        });
    }

    private Given makeHole(Caller by, Registration holder, MacAddress mac) {
        Registration around =
                rows.locked(holder.id())
                        .filter(holder::equals)
                        .orElseThrow(() -> new RaceLost(holder.range() + " has changed"));
        if (around.pilotMacs().contains(mac)) {
            Registration less = around.withoutPilot(mac);
            rows.update(less);
            news.changed(by, "pilot-changed", around, less);
        }
        Registration hole =
                Registration.pending(
                                Wish.plain(
                                        around.provider(),
                                        new MacRange(mac, mac),
                                        around.targetServer()),
                                clock.instant().truncatedTo(ChronoUnit.MICROS))
                        .given();
        return switch (rows.insert(Optional.empty(), hole, Nest.in(around))) {
            case RangeRows.Inserted.Made(long id) -> {
                Registration made = hole.at(id, Optional.of(around.id()));
                yield new Given.ToDefault(made, news.made(by, "phone-given-back", made));
            }
            case RangeRows.Inserted.Clash(), RangeRows.Inserted.NoServer() ->
                    throw new RaceLost("somebody else wrote " + mac);
        };
    }

    /** Whose the inner one is, is not everybody's to know: it may be delegated. */
    private static Problem holdsAnother(Caller by, Registration inner) {
        return Problem.conflict(
                "range-has-ranges-inside",
                by.sees(inner.provider())
                        ? "range "
                                + inner.id()
                                + " ("
                                + inner.range()
                                + ") lies inside it: delete that first"
                        : "a range that you delegated to another provider lies inside it: that has"
                                + " to go first");
    }
}
