package org.fingerpost.redirect.ranges.registering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.redirect.ranges.Assignment;
import org.fingerpost.redirect.ranges.MacRange;
import org.fingerpost.redirect.ranges.Registration;
import org.fingerpost.redirect.ranges.Wish;
import org.fingerpost.redirect.ranges.tree.Moves;
import org.fingerpost.redirect.ranges.tree.Nest;
import org.fingerpost.redirect.ranges.tree.RangeRows;

/**
 * Whether a range may stand where it is wished for, judged by what was seen around it. A judgement
 * for the answer's sake: somebody may write a moment later, and then the constraints decide.
 */
sealed interface Surroundings {
    /**
     * @param nest in what it will lie
     * @param inside ranges of the same provider that will lie in it
     */
    record Allow(Nest nest, List<Registration> inside) implements Surroundings {}

    record Forbid(Assignment why) implements Surroundings {}

    /**
     * @param near the innermost range around the wish or equal to it, if there is one; then all
     *     that share an address with it on its own level
     */
    static Surroundings of(Wish wish, List<Registration> near, Moves moves) {
        List<Registration> level = new ArrayList<>(near);
        Optional<Registration> around =
                level.stream().findFirst().filter(first -> first.range().holds(wish.range()));
        around.ifPresent(level::remove);
        Optional<Assignment> clash =
                around.flatMap(outer -> clashWithOuter(wish, outer))
                        .or(() -> clashOnLevel(wish, level));
        if (clash.isPresent()) {
            return new Forbid(clash.get());
        }
        if (around.isEmpty()) {
            return new Allow(Nest.NONE, level);
        }
        Nest nest = Nest.in(around.get());
        if (around.get().provider() == wish.provider()) {
            return new Allow(nest, level);
        }
        Optional<Nest.Lent> lent = moves.lent(around.get().id(), wish.provider(), wish.range());
        return lent.isEmpty()
                ? new Forbid(new Assignment.ClashesWithForeign())
                : new Allow(nest.restingOn(lent), level);
    }

    /** Are they still where they were, and whose they were? */
    static boolean still(List<Registration> now, List<Registration> then) {
        return now.size() == then.size()
                && then.stream()
                        .allMatch(was ->
                                now.stream()
                                        .anyMatch(is ->
                                                is.id() == was.id()
                                                        && is.provider() == was.provider()
                                                        && is.range().equals(was.range())
                                                        && is.parent().equals(was.parent())));
    }

    private static Optional<Assignment> clashWithOuter(Wish wish, Registration outer) {
        boolean own = outer.provider() == wish.provider();
        if (outer.range().equals(wish.range())) {
            return Optional.of(
                    own
                            ? new Assignment.ClashesWithOwn(outer)
                            : new Assignment.ClashesWithForeign());
        }
        Optional<Assignment> tested = inPilot(outer.pilotMacs(), wish.range(), outer);
        return own ? tested : tested.map(pilot -> new Assignment.ClashesWithForeign());
    }

    private static Optional<Assignment> clashOnLevel(Wish wish, List<Registration> level) {
        if (level.stream().anyMatch(other -> other.provider() != wish.provider())) {
            return Optional.of(new Assignment.ClashesWithForeign());
        }
        for (Registration other : level) {
            if (!wish.range().holds(other.range())) {
                return Optional.of(new Assignment.ClashesWithOwn(other));
            }
            Optional<Assignment> tested = inPilot(wish.pilotMacs(), other.range(), other);
            if (tested.isPresent()) {
                return tested;
            }
        }
        return level.size() > RangeRows.MOST
                ? Optional.of(new Assignment.TooCrowded(RangeRows.MOST))
                : Optional.empty();
    }

    private static Optional<Assignment> inPilot(
            List<MacAddress> tested, MacRange range, Registration other) {
        return tested.stream()
                .filter(range::holds)
                .findFirst()
                .map(mac -> new Assignment.InsidePilot(mac, other));
    }
}
