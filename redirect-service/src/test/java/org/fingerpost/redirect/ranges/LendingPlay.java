package org.fingerpost.redirect.ranges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.redirect.ranges.BothWorlds.owner;
import static org.fingerpost.redirect.ranges.BothWorlds.taken;
import static org.fingerpost.redirect.ranges.RangeWorld.mac;
import static org.fingerpost.redirect.ranges.RangeWorld.range;

import java.util.List;
import org.fingerpost.access.Caller;
import org.fingerpost.redirect.ranges.NaiveRanges.Range;
import org.fingerpost.redirect.ranges.changes.Handovers;

/** What providers do with one another: lend a part of a range, take it back, hand a range over. */
final class LendingPlay {
    private static final Caller OPERATOR = new Caller.Operator();

    private final RangeWorld world;
    private final NaiveRanges naive;

    LendingPlay(BothWorlds both) {
        world = both.world;
        naive = both.naive;
    }

    void lend(Action action, Range range, int first, int last) {
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

    void takeBack(Action action) {
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

    void handOver(Range range, long to) {
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
}
