package org.fingerpost.config.pins.lockouts;

import java.util.Comparator;
import java.util.Locale;

/** One of the things that a claim's failures are counted by. */
public record Counted(Kind kind, String subject) {

    /** In the order in which all transactions lock their counts, so that none waits in a circle. */
    static final Comparator<Counted> ORDER =
            Comparator.comparing(Counted::kind).thenComparing(Counted::subject);

    /** What a subject is. */
    public enum Kind {
        /** All that the provider's own programs send; one subject. */
        CALLS(false),
        /** All that comes over the provider's page; one subject. */
        PAGE(false),
        /** Where a browser's request came from. */
        ADDRESS(false),
        /** Who is on the telephone. */
        CALLER(true),
        MAC(true),
        /** The telephone number that was given with the PIN. */
        NUMBER(true);

        private final boolean forgiven;

        Kind(boolean forgiven) {
            this.forgiven = forgiven;
        }

        /**
         * Whether a right PIN wipes out the failures before it. Not where many are counted as one:
         * a guesser with a single good PIN would wipe out those of all his wrong ones.
         */
        boolean isForgiven() {
            return forgiven;
        }

        /** As SQL spells it. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** All that comes by this way, as one. */
    public static Counted all(Kind kind) {
        return new Counted(kind, "");
    }
}
