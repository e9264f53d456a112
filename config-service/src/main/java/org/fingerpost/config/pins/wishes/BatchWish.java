package org.fingerpost.config.pins.wishes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fingerpost.config.pins.numbers.PhoneNumber;
import org.fingerpost.formats.pvalue.PValues;

/**
 * PINs that a provider wants to be made.
 *
 * @param model the only one that may be claimed with them, as the maker writes it
 * @param settings what every phone is told that is claimed with one of them
 * @param pins one after the other, each with what is its own
 */
public record BatchWish(
        int digits, Instant expiresAt, Optional<String> model, PValues settings, List<One> pins) {

    public BatchWish {
        pins = List.copyOf(pins);
    }

    /**
     * @param number that must come with the PIN
     * @param settings over the batch's
     */
    public record One(Optional<PhoneNumber> number, PValues settings) {
        static final One PLAIN = new One(Optional.empty(), PValues.none());
    }
}
