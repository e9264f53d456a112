package org.fingerpost.redirect.ranges.registering;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.fingerpost.access.Caller;
import org.fingerpost.redirect.attempts.Attempts;
import org.fingerpost.redirect.attempts.RaceLost;
import org.fingerpost.redirect.ranges.Assignment;
import org.fingerpost.redirect.ranges.Registration;
import org.fingerpost.redirect.ranges.Wish;
import org.fingerpost.redirect.ranges.tree.Moves;
import org.fingerpost.redirect.ranges.tree.Nest;
import org.fingerpost.redirect.ranges.tree.RangeNews;
import org.fingerpost.redirect.ranges.tree.RangeRows;
import org.fingerpost.redirect.ranges.tree.RangeRows.Inserted;

/**
 * Keeps the ranges: registers them and shows them. The questions asked here make answers clear; the
 * database's constraints make them true.
 */
@ApplicationScoped
public class Ranges {
    /** Each look that was in vain means that somebody else's write was done. */
    private static final int LOOKS = 1000;

    private final RangeRows rows;
    private final Moves moves;
    private final RangeNews news;
    private final Gate gate;
    private final Attempts attempts;
    private final Clock clock;

    public Ranges(
            RangeRows rows,
            Moves moves,
            RangeNews news,
            Gate gate,
            Attempts attempts,
            Clock clock) {
        this.rows = rows;
        this.moves = moves;
        this.news = news;
        this.gate = gate;
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * Registers a range as pending. It may lie inside a range of the same provider, or in a part of
     * another's that is delegated to it; it may enclose ranges of the same provider, which then lie
     * inside it; it crosses none.
     */
    public Assignment register(Caller by, Wish wish) {
        return register(by, wish, Optional.empty());
    }

    /** The same for a row of a list: the audit has the list, not each of its rows. */
    public Assignment registerListed(Caller by, Wish wish, long importId) {
        return register(by, wish, Optional.of(importId));
    }

    private Assignment register(Caller by, Wish wish, Optional<Long> importId) {
        Optional<Assignment> turnedAway = gate.check(by, wish);
        if (turnedAway.isPresent()) {
            return turnedAway.get();
        }
        return attempts.run(() -> {
            for (int looks = 0; looks < LOOKS; looks++) {
                Optional<Assignment> outcome = tryToRegister(by, wish, importId);
                if (outcome.isPresent()) {
                    return outcome.get();
                }
            }
            throw new RaceLost("others keep writing " + wish.range());
        });
    }

    /** Nothing, if somebody else wrote the same addresses between the look and the insert. */
    private Optional<Assignment> tryToRegister(Caller by, Wish wish, Optional<Long> importId) {
        return switch (Surroundings.of(wish, rows.neighbours(wish.range()), moves)) {
            case Surroundings.Forbid(var why) -> Optional.of(why);
            case Surroundings.Allow(var nest, var inside) when inside.isEmpty() ->
                    insert(by, wish, new Entry(Optional.empty(), importId), nest);
            case Surroundings.Allow(var nest, var inside) ->
                    enclose(by, wish, importId, nest, inside);
        };
    }

    /**
     * @param id that was drawn for it already
     * @param importId the list in which it came
     */
    private record Entry(Optional<Long> id, Optional<Long> importId) {}

    private Optional<Assignment> insert(Caller by, Wish wish, Entry entry, Nest nest) {
        Registration range =
                Registration.pending(wish, clock.instant().truncatedTo(ChronoUnit.MICROS));
        return switch (rows.insert(entry.id(), range, nest, entry.importId())) {
            case Inserted.NoServer() ->
                    Optional.of(new Assignment.NoSuchTargetServer(wish.targetServer()));
            case Inserted.Clash() -> Optional.empty();
            case Inserted.Made(long drawn) -> {
                Registration made = range.at(drawn, nest.parent().map(Nest.Inside::id));
                long commit =
                        entry.importId().isPresent()
                                ? news.again(made)
                                : news.made(by, "range-registered", made);
                yield Optional.of(new Assignment.Registered(made, commit));
            }
        };
    }

    /**
     * Those inside are laid into the new range before it is there, so that nobody ever overlaps.
     */
    private Optional<Assignment> enclose(
            Caller by, Wish wish, Optional<Long> importId, Nest nest, List<Registration> inside) {
        if (!moves.hasServer(wish.provider(), wish.targetServer())) {
            return Optional.of(new Assignment.NoSuchTargetServer(wish.targetServer()));
        }
        List<Registration> seized = rows.seizedAll(Moves.ids(inside));
        if (!Surroundings.still(seized, inside)) {
            throw new RaceLost("a range inside " + wish.range() + " has moved");
        }
        long id = rows.nextId();
        moves.unsettle();
        moves.lay(
                seized,
                new Nest(
                        Optional.of(
                                new Nest.Inside(
                                        id,
                                        wish.range().first().bits(),
                                        wish.range().last().bits(),
                                        wish.provider())),
                        Optional.empty()));
        Assignment made =
                insert(by, wish, new Entry(Optional.of(id), importId), nest)
                        .orElseThrow(() -> new RaceLost("somebody else wrote " + wish.range()));
        moves.settle();
        return Optional.of(made);
    }

    public Optional<Registration> find(Caller caller, long id) {
        return attempts.run(() -> rows.find(id).filter(row -> caller.sees(row.provider())));
    }
}
