package org.fingerpost.config.pins;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fingerpost.formats.pvalue.PValues;

/**
 * PINs that a provider wants to be made.
 *
 * @param model the only one that may be claimed with them, as the maker writes it
 * @param settings what every phone is told that is claimed with one of them
 * @param pins one after the other, each with what is its own
 */
record BatchWish(
        int digits, Instant expiresAt, Optional<String> model, PValues settings, List<One> pins) {

    BatchWish {
        pins = List.copyOf(pins);
    }

    /**
     * @param number that must come with the PIN
     * @param settings over the batch's
     */
    record One(Optional<PhoneNumber> number, PValues settings) {
        static final One PLAIN = new One(Optional.empty(), PValues.none());
    }
}
