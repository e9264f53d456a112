package org.fingerpost.redirect.ranges;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** One thing that is done in a small world, with numbers that each verb reads as it needs them. */
record Action(Verb verb, int provider, int one, int other, int which) {
    private static final int SMALL_WORLD = 48;

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

    /** Long enough that ranges come to lie in ranges, and go. */
    static Arbitrary<List<Action>> histories() {
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
}
