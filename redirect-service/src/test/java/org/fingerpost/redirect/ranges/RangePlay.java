package org.fingerpost.redirect.ranges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.redirect.ranges.BothWorlds.owner;
import static org.fingerpost.redirect.ranges.BothWorlds.taken;
import static org.fingerpost.redirect.ranges.RangeWorld.mac;
import static org.fingerpost.redirect.ranges.RangeWorld.range;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.fingerpost.access.Caller;
import org.fingerpost.redirect.ranges.NaiveRanges.Range;
import org.fingerpost.redirect.ranges.Registration.State;
import org.fingerpost.redirect.ranges.changes.Releases;

/** Plays an action on both worlds, where it is taken in both or refused in both. */
final class RangePlay {
    private static final Caller OPERATOR = new Caller.Operator();

    private final RangeWorld world;
    private final NaiveRanges naive;
    private final LendingPlay lending;

    RangePlay(BothWorlds both) {
        world = both.world;
        naive = both.naive;
        lending = new LendingPlay(both);
    }

    void play(Action action) {
        int first = Math.min(action.one(), action.other());
        int last = Math.max(action.one(), action.other());
        switch (action.verb()) {
            case REGISTER -> register(action, first, last, Set.of());
            case REGISTER_PILOT -> register(action, first, last, Set.of(first));
            case RELEASE -> any(action).ifPresent(this::release);
            case SPLIT -> any(action).ifPresent(range -> split(range, action.one()));
            case GIVE_BACK -> giveBack(action);
            case APPROVE -> any(action).ifPresent(this::approve);
            case REJECT -> any(action).ifPresent(this::reject);
            case ACTIVATE -> any(action).ifPresent(this::activate);
            case LEND -> any(action).ifPresent(range -> lending.lend(action, range, first, last));
            case TAKE_BACK -> lending.takeBack(action);
            case HAND_OVER ->
                    any(action).ifPresent(range -> lending.handOver(range, action.provider()));
        }
    }

    private Optional<Range> any(Action action) {
        return naive.ranges.isEmpty()
                ? Optional.empty()
                : Optional.of(naive.ranges.get(action.which() % naive.ranges.size()));
    }

    private void register(Action action, int first, int last, Set<Integer> pilot) {
        long provider = action.provider();
        Wish wish =
                new Wish(
                        provider,
                        range(first, last),
                        provider,
                        Optional.empty(),
                        pilot.stream().map(RangeWorld::mac).toList(),
                        List.of());
        boolean may = naive.mayRegister(provider, first, last, pilot);
        Assignment outcome = world.ranges.register(new Caller.OfProvider(provider), wish);
        assertThat(outcome instanceof Assignment.Registered)
                .as("%s: %s", action, outcome)
                .isEqualTo(may);
        if (outcome instanceof Assignment.Registered(var made, var _)) {
            naive.ranges.add(new Range(made.id(), provider, first, last, State.PENDING, pilot));
        }
    }

    private void release(Range range) {
        boolean may = naive.mayRelease(range);
        assertThat(taken(() -> world.releases.release(owner(range), range.id()) > 0))
                .isEqualTo(may);
        if (may) {
            naive.remove(range);
        }
    }

    private void split(Range range, int at) {
        boolean may = naive.maySplit(range, at);
        assertThat(
                        taken(() -> {
                            long right =
                                    world.splits
                                            .split(owner(range), range.id(), mac(at))
                                            .right()
                                            .id();
                            naive.split(range, at, right);
                            return true;
                        }))
                .as("split %s at %d", range, at)
                .isEqualTo(may);
    }

    private void giveBack(Action action) {
        int at = action.one();
        Optional<Range> holder =
                naive.ranges.stream()
                        .filter(range -> range.is(at, at))
                        .findFirst()
                        .or(() -> naive.around(at, at));
        boolean may = holder.isPresent() && holder.get().provider() == action.provider();
        assertThat(
                        taken(() -> {
                            gave(
                                    world.releases.giveBack(
                                            new Caller.OfProvider(action.provider()), mac(at)),
                                    holder.orElseThrow(),
                                    at);
                            return true;
                        }))
                .isEqualTo(may);
    }

    private void gave(Releases.Given given, Range holder, int at) {
        switch (given) {
            case Releases.Given.Gone(var _) -> naive.remove(holder);
            case Releases.Given.ToDefault(var phone, var _) -> {
                naive.change(
                        holder::equals,
                        range -> {
                            Set<Integer> others = new TreeSet<>(range.pilot());
                            others.remove(at);
                            return new Range(
                                    range.id(),
                                    range.provider(),
                                    range.first(),
                                    range.last(),
                                    phone.id() == range.id() ? State.DEFAULT : range.state(),
                                    others);
                        });
                if (phone.id() != holder.id()) {
                    naive.ranges.add(
                            new Range(
                                    phone.id(),
                                    holder.provider(),
                                    at,
                                    at,
                                    State.DEFAULT,
                                    Set.of()));
                }
            }
        }
    }

    private void approve(Range range) {
        boolean may = range.state() != State.DEFAULT;
        assertThat(taken(() -> world.approvals.approve(OPERATOR, range.id()).commit() > 0))
                .isEqualTo(may);
        if (range.state() == State.PENDING) {
            State open = range.pilot().isEmpty() ? State.ACTIVE : State.PILOT;
            naive.change(range::equals, each -> each.in(open));
        }
    }

    private void reject(Range range) {
        boolean may = range.state() == State.PENDING;
        assertThat(taken(() -> world.approvals.reject(OPERATOR, range.id(), "no").commit() > 0))
                .isEqualTo(may);
        if (may) {
            naive.remove(range);
        }
    }

    private void activate(Range range) {
        boolean may = range.state() == State.PILOT || range.state() == State.ACTIVE;
        assertThat(taken(() -> world.approvals.activate(owner(range), range.id()).commit() > 0))
                .isEqualTo(may);
        if (may) {
            naive.change(range::equals, each -> each.in(State.ACTIVE));
        }
    }
}
