package org.fingerpost.redirect.ranges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.redirect.ranges.RangeWorld.mac;
import static org.fingerpost.redirect.ranges.RangeWorld.range;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import org.fingerpost.access.Caller;
import org.fingerpost.problems.Problem;
import org.fingerpost.redirect.ranges.NaiveRanges.Range;
import org.fingerpost.redirect.ranges.Registration.State;
import org.fingerpost.redirect.ranges.changes.Handovers;
import org.fingerpost.redirect.ranges.changes.Releases;

/**
 * The keepers and the constraints of a real database against {@link NaiveRanges}: what is refused,
 * what is taken, and what lies in what afterwards.
 */
class RangeAlgebraTest {
    private static final Caller OPERATOR = new Caller.Operator();
    private static final int SMALL_WORLD = 48;
    private static RangeWorld started;

    private final RangeWorld world = world();
    private final NaiveRanges naive = new NaiveRanges();

    private static synchronized RangeWorld world() {
        if (started == null) {
            started = new RangeWorld();
        }
        return started;
    }

    enum Verb {
        REGISTER,
        REGISTER_PILOT,
        RELEASE,
        SPLIT,
        GIVE_BACK,
        APPROVE,
        REJECT,
        ACTIVATE,
        LEND,
        TAKE_BACK,
        HAND_OVER
    }

    /** Numbers that each verb reads as it needs them. */
    record Action(Verb verb, int provider, int one, int other, int which) {}

    @Provide
    Arbitrary<List<Action>> history() {
        Arbitrary<Verb> verb =
                Arbitraries.frequency(
                        Tuple.of(10, Verb.REGISTER),
                        Tuple.of(2, Verb.REGISTER_PILOT),
                        Tuple.of(2, Verb.RELEASE),
                        Tuple.of(3, Verb.SPLIT),
                        Tuple.of(2, Verb.GIVE_BACK),
                        Tuple.of(6, Verb.APPROVE),
                        Tuple.of(1, Verb.REJECT),
                        Tuple.of(1, Verb.ACTIVATE),
                        Tuple.of(5, Verb.LEND),
                        Tuple.of(1, Verb.TAKE_BACK),
                        Tuple.of(2, Verb.HAND_OVER));
        return Combinators.combine(
                        verb,
                        Arbitraries.integers().between(1, RangeWorld.PROVIDERS),
                        Arbitraries.integers().between(0, SMALL_WORLD - 1),
                        Arbitraries.integers().between(0, SMALL_WORLD - 1),
                        Arbitraries.integers().between(0, 1000))
                .as(Action::new)
                .list()
                .ofSize(250);
    }

    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void everyHistoryEndsAsInTheNaiveModel(@ForAll("history") List<Action> history) {
        world.clear();
        naive.ranges.clear();
        naive.lents.clear();
        List<Action> told = new ArrayList<>();
        for (Action action : history) {
            told.add(action);
            play(action);
            assertThat(kept()).as("after %s", action).isEqualTo(expected());
            assertThat(keptDelegations()).as("after %s", action).isEqualTo(expectedDelegations());
        }
    }

    private void play(Action action) {
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
            case LEND -> any(action).ifPresent(range -> lend(action, range, first, last));
            case TAKE_BACK -> takeBack(action);
            case HAND_OVER -> any(action).ifPresent(range -> handOver(range, action.provider()));
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

    private void lend(Action action, Range range, int first, int last) {
        boolean may = naive.mayLend(range, action.provider(), first, last);
        assertThat(
                        taken(() -> {
                            world.delegations.open(
                                    owner(range),
                                    range.id(),
                                    range(first, last),
                                    action.provider());
                            naive.lents.add(
                                    new NaiveRanges.Lent(
                                            0, range.id(), action.provider(), first, last));
                            return true;
                        }))
                .as("%s on %s", action, range)
                .isEqualTo(may);
    }

    private void takeBack(Action action) {
        if (naive.lents.isEmpty()) {
            return;
        }
        NaiveRanges.Lent lent = naive.lents.get(action.which() % naive.lents.size());
        Range range = naive.get(lent.range());
        boolean may =
                naive.children(range).stream()
                        .noneMatch(child ->
                                child.provider() == lent.to()
                                        && lent.first() <= child.first()
                                        && child.last() <= lent.last());
        long id =
                world.delegations.of(OPERATOR, range.id()).stream()
                        .filter(each -> each.part().first().equals(mac(lent.first())))
                        .findFirst()
                        .orElseThrow()
                        .id();
        assertThat(
                        taken(() -> {
                            world.delegations.close(owner(range), range.id(), id);
                            naive.lents.remove(lent);
                            return true;
                        }))
                .isEqualTo(may);
    }

    private void handOver(Range range, long to) {
        if (to == range.provider()) {
            return;
        }
        boolean may = naive.mayHandOver(range, to);
        assertThat(
                        taken(() ->
                                world.handovers.handOver(
                                                new Caller.OfProvider(to),
                                                new Handovers.Order(
                                                        range.provider(),
                                                        to,
                                                        List.of(range.id()),
                                                        to))
                                        > 0))
                .as("%s to %d", range, to)
                .isEqualTo(may);
        if (may) {
            naive.handOver(range, to);
        }
    }

    private static Caller owner(Range range) {
        return new Caller.OfProvider(range.provider());
    }

    /** Nobody else is there, so nothing may be blamed on somebody who was quicker. */
    private static boolean taken(BooleanSupplier verb) {
        try {
            return verb.getAsBoolean();
        } catch (Problem refused) {
            assertThat(refused.body().get("type").toString()).doesNotContain("in-motion");
            return false;
        }
    }

    private TreeSet<String> kept() {
        return new TreeSet<>(
                world.list(
                        "SELECT id, provider_id, first_mac, last_mac, state, parent,"
                                + " cardinality(pilot_macs) FROM mac_range WHERE stands",
                        row ->
                                line(
                                        row.getLong(1),
                                        row.getLong(2),
                                        row.getLong(3) - mac(0).bits(),
                                        row.getLong(4) - mac(0).bits(),
                                        row.getString(5),
                                        row.getLong(6),
                                        row.getLong(7))));
    }

    private TreeSet<String> expected() {
        TreeSet<String> lines = new TreeSet<>();
        for (Range range : naive.ranges) {
            lines.add(
                    line(
                            range.id(),
                            range.provider(),
                            range.first(),
                            range.last(),
                            range.state().word(),
                            naive.parent(range).map(Range::id).orElse(0L),
                            range.pilot().size()));
        }
        return lines;
    }

    private TreeSet<String> keptDelegations() {
        return new TreeSet<>(
                world.list(
                        "SELECT range_id, to_provider, first_mac, last_mac FROM delegation",
                        row ->
                                line(
                                        row.getLong(1),
                                        row.getLong(2),
                                        row.getLong(3) - mac(0).bits(),
                                        row.getLong(4) - mac(0).bits())));
    }

    private TreeSet<String> expectedDelegations() {
        TreeSet<String> lines = new TreeSet<>();
        naive.lents.forEach(lent ->
                lines.add(line(lent.range(), lent.to(), (long) lent.first(), (long) lent.last())));
        return lines;
    }

    private static String line(Object... parts) {
        return List.of(parts).toString();
    }
}
