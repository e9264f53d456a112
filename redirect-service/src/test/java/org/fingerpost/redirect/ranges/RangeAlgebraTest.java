package org.fingerpost.redirect.ranges;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * The keepers and the constraints of a real database against {@link NaiveRanges}: what is refused,
 * what is taken, and what lies in what afterwards.
 */
class RangeAlgebraTest {
    private static RangeWorld started;

    private final BothWorlds both = new BothWorlds(world());
    private final RangePlay play = new RangePlay(both);

    private static synchronized RangeWorld world() {
        if (started == null) {
            started = new RangeWorld();
        }
        return started;
    }

    @Provide
    Arbitrary<List<Action>> history() {
        return Action.histories();
    }

    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void everyHistoryEndsAsInTheNaiveModel(@ForAll("history") List<Action> history) {
        both.clear();
        for (Action action : history) {
            play.play(action);
            both.mustBeAlike(action);
        }
    }
}
