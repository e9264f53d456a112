package org.fingerpost.redirect.notices.deliveries;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * How far a notice has come on its way to the provider's webhook.
 *
 * @param tries that failed
 * @param lastAnswer in a few words; empty before the first try
 */
public record Delivery(State state, int tries, Optional<Instant> settledAt, String lastAnswer) {

    /** A dead one was tried for three days; it is sent again if somebody says so. */
    public enum State {
        WAITING,
        DELIVERED,
        DEAD;

        /** As JSON and SQL spell it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * @throws IllegalArgumentException if it is none
         */
        static State of(String word) {
            for (State state : values()) {
                if (state.word().equals(word)) {
                    return state;
                }
            }
            throw new IllegalArgumentException(
                    "a delivery is waiting, delivered or dead, not '" + word + "'");
        }
    }
}
