package org.fingerpost.config.pins;

import java.time.Instant;
import java.util.Optional;

/**
 * PINs that were made together.
 *
 * @param size how many
 * @param complete false if the service was stopped while it made them: nobody has seen them, and
 *     none of them is good
 */
public record PinBatch(
        long id,
        long provider,
        Optional<String> model,
        int digits,
        int size,
        Instant madeAt,
        Instant expiresAt,
        boolean complete,
        Optional<Instant> voidedAt) {

    boolean isOpen(Instant now) {
        return complete && voidedAt.isEmpty() && now.isBefore(expiresAt);
    }

    /**
     * How its PINs stand. They add up to the batch's size.
     *
     * @param locked open ones that are refused for the time being, because their number was tried
     *     with wrong PINs too often
     */
    public record Counts(long open, long used, long expired, long locked, long voided) {}
}
