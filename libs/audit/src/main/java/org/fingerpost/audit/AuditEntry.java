package org.fingerpost.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * One decision as it was written down.
 *
 * @param id its place in the order of all entries
 * @param who {@code operator}, or {@code provider/7}
 * @param via the door by which it came: {@code api}, or the name of a dialect
 * @param provider whose thing it is
 * @param before JSON
 * @param after JSON
 */
public record AuditEntry(
        Place id,
        Instant at,
        String who,
        String via,
        String action,
        String subject,
        Optional<Long> provider,
        Optional<String> before,
        Optional<String> after) {

    /**
     * The transaction that decided, by its commit number, and the entry's number: {@code 1234-56}.
     */
    public record Place(long commit, long number) {
        /** Before all entries. */
        public static final Place START = new Place(0, 0);

        /**
         * The place that the text spells.
         *
         * @throws IllegalArgumentException if it spells none
         */
        public static Place parse(String text) {
            int dash = text.indexOf('-');
            try {
                return new Place(
                        Long.parseUnsignedLong(text, 0, Math.max(dash, 0), 10),
                        Long.parseUnsignedLong(text, dash + 1, text.length(), 10));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        "'" + text + "' is no audit entry's id: they look like 1234-56", e);
            }
        }

        @Override
        public String toString() {
            return commit + "-" + number;
        }
    }
}
