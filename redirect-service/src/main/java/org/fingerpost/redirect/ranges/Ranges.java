package org.fingerpost.redirect.ranges;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.fingerpost.access.Caller;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.problems.Problem;
import org.fingerpost.redirect.attempts.Attempts;

/**
 * Keeps the ranges. The questions asked here make answers clear; the database's constraints make
 * them true.
 */
@ApplicationScoped
public class Ranges {
    private final RangeRows rows;
    private final RangeNews news;
    private final Attempts attempts;
    private final Clock clock;

    Ranges(RangeRows rows, RangeNews news, Attempts attempts, Clock clock) {
        this.rows = rows;
        this.news = news;
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * Registers a range as pending. It may lie inside a range of the same provider; it may not
     * cross or enclose one, nor touch somebody else's.
     */
    public Assignment register(Caller by, Wish wish) {
        return attempts.run(() -> {
            // Somebody who is quicker makes this look again, and each time there is less to lose.
            for (int looks = 0; looks < RangeRows.MOST; looks++) {
                Optional<Assignment> outcome = tryToRegister(by, wish);
                if (outcome.isPresent()) {
                    return outcome.get();
                }
            }
            throw new IllegalStateException("never came to rest: " + wish.range());
        });
    }

    /** Nothing, if somebody else wrote the same addresses between the look and the insert. */
    private Optional<Assignment> tryToRegister(Caller by, Wish wish) {
        List<Registration> near = rows.neighbours(wish.range());
        Optional<Assignment> clash = clash(wish, near);
        if (clash.isPresent()) {
            return clash;
        }
        Optional<Registration> parent = near.stream().findFirst();
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return switch (rows.insert(wish, parent, at)) {
            case RangeRows.Inserted.NoServer() ->
                    Optional.of(new Assignment.NoSuchTargetServer(wish.targetServer()));
            case RangeRows.Inserted.Clash() -> Optional.empty();
            case RangeRows.Inserted.Made(long id) -> {
                Registration made = pending(id, wish, parent, at);
                yield Optional.of(
                        new Assignment.Registered(made, news.made(by, "range-registered", made)));
            }
        };
    }

    private static Optional<Assignment> clash(Wish wish, List<Registration> near) {
        if (near.stream().anyMatch(other -> other.provider() != wish.provider())) {
            return Optional.of(new Assignment.ClashesWithForeign());
        }
        for (Registration other : near) {
            boolean around =
                    other.range().holds(wish.range()) && !other.range().equals(wish.range());
            if (!around) {
                return Optional.of(new Assignment.ClashesWithOwn(other));
            }
            Optional<MacAddress> tested =
                    other.pilotMacs().stream().filter(wish.range()::holds).findFirst();
            if (tested.isPresent()) {
                return Optional.of(new Assignment.InsidePilot(tested.get(), other));
            }
        }
        return Optional.empty();
    }

    private static Registration pending(
            long id, Wish wish, Optional<Registration> parent, Instant at) {
        return new Registration(
                id,
                wish.provider(),
                wish.range(),
                wish.targetServer(),
                Registration.State.PENDING,
                false,
                wish.company(),
                wish.pilotMacs(),
                Optional.empty(),
                parent.map(Registration::id),
                at,
                Optional.empty());
    }

    /** Gives a range back. Those inside it must go first. */
    public long release(Caller by, long id) {
        return attempts.run(() -> {
            Registration was =
                    rows.locked(id)
                            .filter(found -> by.sees(found.provider()))
                            .orElseThrow(() -> Problem.notFound("no range " + id));
            rows.children(id).stream()
                    .findFirst()
                    .ifPresent(inner -> {
                        throw Problem.conflict(
                                "range-has-ranges-inside",
                                "range "
                                        + inner.id()
                                        + " ("
                                        + inner.range()
                                        + ") lies inside it: delete that first");
                    });
            rows.delete(id);
            return news.gone(by, "range-released", was);
        });
    }

    /** A page of what the caller may see, oldest first, from behind {@code after} on. */
    public List<Registration> seenBy(Caller caller, long after, int size) {
        return attempts.run(() ->
                switch (caller) {
                    case Caller.Operator() -> rows.page(after, size);
                    case Caller.OfProvider(long provider) -> rows.pageOf(provider, after, size);
                });
    }

    public Optional<Registration> find(Caller caller, long id) {
        return attempts.run(() -> rows.find(id).filter(row -> caller.sees(row.provider())));
    }
}
