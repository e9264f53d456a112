package org.fingerpost.redirect.ranges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.redirect.ranges.RangeWorld.mac;
import static org.fingerpost.redirect.ranges.RangeWorld.range;

import java.util.List;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.fingerpost.access.Caller;
import org.fingerpost.problems.Problem;
import org.fingerpost.redirect.ranges.NaiveRanges.Range;

/** The ranges that a real database keeps, and those of the naive model beside them. */
final class BothWorlds {
    final RangeWorld world;
    final NaiveRanges naive = new NaiveRanges();

    BothWorlds(RangeWorld world) {
        this.world = world;
    }

    void clear() {
        world.clear();
        naive.ranges.clear();
        naive.lents.clear();
    }

    void mustBeAlike(Action after) {
        assertThat(kept()).as("after %s", after).isEqualTo(expected());
        assertThat(keptDelegations()).as("after %s", after).isEqualTo(expectedDelegations());
    }

    static Caller owner(Range range) {
        return new Caller.OfProvider(range.provider());
    }

    /** Nobody else is there, so nothing may be blamed on somebody who was quicker. */
    static boolean taken(BooleanSupplier verb) {
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
