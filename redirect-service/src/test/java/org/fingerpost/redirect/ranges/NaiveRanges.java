package org.fingerpost.redirect.ranges;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.fingerpost.redirect.ranges.Registration.State;

/**
 * The algebra written down as it is told, without regard for speed: a list of ranges, and each
 * question asks all of them. What lies in what is never kept, only found.
 */
final class NaiveRanges {
    record Range(long id, long provider, int first, int last, State state, Set<Integer> pilot) {
        boolean holds(int from, int to) {
            return first <= from && to <= last;
        }

        boolean is(int from, int to) {
            return first == from && last == to;
        }

        boolean meets(int from, int to) {
            return first <= to && from <= last;
        }

        Range in(State now) {
            return new Range(
                    id, provider, first, last, now, now == State.ACTIVE ? Set.of() : pilot);
        }
    }

    record Lent(long id, long range, long to, int first, int last) {}

    final List<Range> ranges = new ArrayList<>();
    final List<Lent> lents = new ArrayList<>();

    /** The innermost range around these addresses and larger. */
    Optional<Range> around(int first, int last) {
        return ranges.stream()
                .filter(range -> range.holds(first, last) && !range.is(first, last))
                .min(Comparator.comparingInt(range -> range.last() - range.first()));
    }

    Optional<Range> parent(Range range) {
        return around(range.first(), range.last());
    }

    List<Range> children(Range range) {
        return ranges.stream()
                .filter(child -> parent(child).filter(range::equals).isPresent())
                .toList();
    }

    Range get(long id) {
        return ranges.stream().filter(range -> range.id() == id).findFirst().orElseThrow();
    }

    boolean mayRegister(long provider, int first, int last, Set<Integer> pilot) {
        boolean crosses =
                ranges.stream()
                        .anyMatch(range ->
                                range.meets(first, last)
                                        && !(first <= range.first() && range.last() <= last)
                                        && !range.holds(first, last));
        boolean there = ranges.stream().anyMatch(range -> range.is(first, last));
        if (crosses || there) {
            return false;
        }
        Optional<Range> outer = around(first, last);
        if (outer.isPresent() && outer.get().provider() != provider) {
            if (lent(outer.get(), provider, first, last).isEmpty()) {
                return false;
            }
        }
        if (outer.isPresent()
                && outer.get().pilot().stream().anyMatch(mac -> first <= mac && mac <= last)) {
            return false;
        }
        return ranges.stream()
                .filter(range -> first <= range.first() && range.last() <= last)
                .filter(range -> parent(range).equals(outer))
                .allMatch(inner ->
                        inner.provider() == provider
                                && pilot.stream().noneMatch(mac -> inner.holds(mac, mac)));
    }

    boolean mayRelease(Range range) {
        return children(range).stream()
                .allMatch(child ->
                        child.state() == State.DEFAULT && child.provider() == range.provider());
    }

    /** Phones in default that nothing is around any more are nobody's again. */
    void remove(Range range) {
        List<Range> phones =
                children(range).stream().filter(child -> child.state() == State.DEFAULT).toList();
        boolean outermost = parent(range).isEmpty();
        ranges.remove(range);
        lents.removeIf(lent -> lent.range() == range.id());
        if (outermost) {
            ranges.removeAll(phones);
        }
    }

    boolean maySplit(Range range, int at) {
        if (at <= range.first() || range.last() < at) {
            return false;
        }
        boolean rangesFit =
                children(range).stream()
                        .allMatch(child ->
                                (child.last() < at || at <= child.first())
                                        && !child.is(range.first(), at - 1)
                                        && !child.is(at, range.last()));
        return rangesFit
                && lents.stream()
                        .filter(lent -> lent.range() == range.id())
                        .allMatch(lent -> lent.last() < at || at <= lent.first());
    }

    void split(Range range, int at, long rightId) {
        Set<Integer> left = new HashSet<>(range.pilot());
        left.removeIf(mac -> mac >= at);
        Set<Integer> right = new HashSet<>(range.pilot());
        right.removeIf(mac -> mac < at);
        ranges.remove(range);
        ranges.add(
                new Range(
                        range.id(), range.provider(), range.first(), at - 1, range.state(), left));
        ranges.add(new Range(rightId, range.provider(), at, range.last(), range.state(), right));
        lents.replaceAll(lent ->
                lent.range() == range.id() && lent.first() >= at
                        ? new Lent(lent.id(), rightId, lent.to(), lent.first(), lent.last())
                        : lent);
    }

    Optional<Lent> lent(Range range, long to, int first, int last) {
        return lents.stream()
                .filter(lent ->
                        lent.range() == range.id()
                                && lent.to() == to
                                && lent.first() <= first
                                && last <= lent.last())
                .findFirst();
    }

    boolean mayLend(Range range, long to, int first, int last) {
        return (range.state() == State.ACTIVE || range.state() == State.PILOT)
                && range.holds(first, last)
                && to != range.provider()
                && notLent(range, first, last);
    }

    private boolean notLent(Range range, int first, int last) {
        return lents.stream()
                .noneMatch(lent ->
                        lent.range() == range.id() && lent.first() <= last && first <= lent.last());
    }

    boolean mayHandOver(Range range, long to) {
        Optional<Range> outer = parent(range);
        if (outer.isEmpty() || outer.get().provider() == to) {
            return true;
        }
        return outer.get().provider() == range.provider()
                && outer.get().state() != State.PENDING
                && (lent(outer.get(), to, range.first(), range.last()).isPresent()
                        || notLent(outer.get(), range.first(), range.last()));
    }

    void handOver(Range range, long to) {
        Optional<Range> outer = parent(range);
        if (outer.isPresent()
                && outer.get().provider() == range.provider()
                && lent(outer.get(), to, range.first(), range.last()).isEmpty()) {
            lents.add(new Lent(0, outer.get().id(), to, range.first(), range.last()));
        }
        Set<Long> moved = new HashSet<>();
        collect(range, moved);
        change(
                each -> moved.contains(each.id()),
                each ->
                        new Range(
                                each.id(),
                                to,
                                each.first(),
                                each.last(),
                                each.state(),
                                each.pilot()));
        lents.removeIf(lent -> moved.contains(lent.range()) && lent.to() == to);
    }

    private void collect(Range range, Set<Long> moved) {
        moved.add(range.id());
        children(range).stream()
                .filter(child -> child.provider() == range.provider())
                .forEach(child -> collect(child, moved));
    }

    void change(Predicate<Range> which, UnaryOperator<Range> how) {
        ranges.replaceAll(range -> which.test(range) ? how.apply(range) : range);
    }
}
