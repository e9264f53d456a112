package org.fingerpost.redirect.ranges.pointing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.fingerpost.access.Caller;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.redirect.attempts.RaceLost;
import org.fingerpost.redirect.ranges.Assignment;
import org.fingerpost.redirect.ranges.MacRange;
import org.fingerpost.redirect.ranges.Registration;
import org.fingerpost.redirect.ranges.Registration.State;
import org.fingerpost.redirect.ranges.Wish;
import org.fingerpost.redirect.ranges.pointing.Phones.Existing;
import org.fingerpost.redirect.ranges.registering.Gate;
import org.fingerpost.redirect.ranges.registering.Ranges;
import org.fingerpost.redirect.ranges.tree.Moves;
import org.fingerpost.redirect.ranges.tree.Nest;
import org.fingerpost.redirect.ranges.tree.RangeNews;
import org.fingerpost.redirect.ranges.tree.RangeRows;

/**
 * What pointing means for one phone, in the caller's transaction.
 *
 * <p>A phone in the provider's own active range needs neither a proof nor the operator: the range
 * has had both, and its provider may change the target server's addresses as it likes anyway. Where
 * that range is blocked, pending or in its pilot, a phone of its own waits for the operator.
 */
@ApplicationScoped
class Pointing {
    private final RangeRows rows;
    private final Moves moves;
    private final RangeNews news;
    private final Ranges ranges;
    private final Gate gate;
    private final Clock clock;

    Pointing(RangeRows rows, Moves moves, RangeNews news, Ranges ranges, Gate gate, Clock clock) {
        this.rows = rows;
        this.moves = moves;
        this.news = news;
        this.ranges = ranges;
        this.gate = gate;
        this.clock = clock;
    }

    Optional<Registration> holder(Caller.OfProvider by, MacAddress phone) {
        return innermost(alone(phone)).filter(range -> range.provider() == by.provider());
    }

    Standing standing(Caller.OfProvider by, MacAddress phone) {
        Optional<Registration> innermost = innermost(alone(phone));
        Optional<Registration> own = innermost.filter(range -> range.provider() == by.provider());
        if (own.isPresent()) {
            return own.get().state() == State.DEFAULT
                    ? new Standing.Free()
                    : new Standing.Own(own.get());
        }
        Wish wish = Wish.plain(by.provider(), alone(phone), 0);
        Optional<Assignment> turnedAway = gate.check(by, wish);
        if (turnedAway.isPresent()) {
            return turnedAway.get() instanceof Assignment.UnknownOui(var oui)
                    ? new Standing.NoPhone(oui)
                    : new Standing.Elsewhere();
        }
        return innermost.isEmpty() || isLent(innermost.get(), wish)
                ? new Standing.Free()
                : new Standing.Elsewhere();
    }

    Assignment point(Caller.OfProvider by, MacAddress phone, long server, Existing existing) {
        Wish wish = Wish.plain(by.provider(), alone(phone), server);
        Optional<Registration> holder = holder(by, phone);
        if (holder.isEmpty()) {
            return ranges.register(by, wish);
        }
        if (!moves.hasServer(by.provider(), server)) {
            return new Assignment.NoSuchTargetServer(server);
        }
        if (holder.get().state() == State.DEFAULT) {
            return takeBack(by, holder.get(), server);
        }
        Registration range = unchanged(holder.get());
        if (range.targetServer() == server) {
            return new Assignment.Registered(range, news.again(range));
        }
        if (!range.range().equals(wish.range())) {
            return nest(by, wish, range);
        }
        return switch (existing) {
            case KEEP -> new Assignment.ClashesWithOwn(range);
            case MOVE -> change(by, range, range.pointedAt(server));
        };
    }

    private Assignment nest(Caller by, Wish wish, Registration around) {
        MacAddress phone = wish.range().first();
        if (around.pilotMacs().contains(phone)) {
            return new Assignment.InsidePilot(phone, around);
        }
        Registration pending = Registration.pending(wish, now());
        Registration range = opens(around, wish.provider()) ? pending.approved(now()) : pending;
        return switch (rows.insert(Optional.empty(), range, Nest.in(around))) {
            case RangeRows.Inserted.Made(long id) -> {
                Registration made = range.at(id, Optional.of(around.id()));
                yield new Assignment.Registered(made, news.made(by, "phone-pointed", made));
            }
            case RangeRows.Inserted.Clash() -> throw new RaceLost("somebody else wrote " + phone);
            case RangeRows.Inserted.NoServer() ->
                    new Assignment.NoSuchTargetServer(wish.targetServer());
        };
    }

    /** A phone in default always has something around it. */
    private Assignment takeBack(Caller.OfProvider by, Registration given, long server) {
        Registration around =
                given.parent()
                        .flatMap(rows::locked)
                        .orElseThrow(() -> new RaceLost(given.range() + " has changed"));
        Registration phone = unchanged(given);
        boolean own = around.provider() == by.provider();
        if (own && around.targetServer() == server && !phone.blocked()) {
            moves.dropDelegations(phone.id());
            rows.delete(phone.id());
            news.gone(by, "phone-taken-back", phone);
            return new Assignment.Registered(around, news.again(around));
        }
        Optional<Instant> opened =
                opens(around, by.provider()) ? Optional.of(now()) : Optional.empty();
        return change(by, phone, phone.takenBack(opened).pointedAt(server));
    }

    private Assignment change(Caller by, Registration was, Registration now) {
        rows.update(now);
        return new Assignment.Registered(now, news.changed(by, "phone-pointed", was, now));
    }

    /** Does it lie there as open as in a range of its own that the operator has approved? */
    private static boolean opens(Registration around, long provider) {
        return around.provider() == provider && around.state() == State.ACTIVE && !around.blocked();
    }

    private boolean isLent(Registration foreign, Wish wish) {
        return !foreign.range().equals(wish.range())
                && moves.lent(foreign.id(), wish.provider(), wish.range()).isPresent();
    }

    private Registration unchanged(Registration seen) {
        return rows.locked(seen.id())
                .filter(seen::equals)
                .orElseThrow(() -> new RaceLost(seen.range() + " has changed"));
    }

    private Optional<Registration> innermost(MacRange alone) {
        return rows.neighbours(alone).stream().findFirst();
    }

    private static MacRange alone(MacAddress phone) {
        return new MacRange(phone, phone);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
