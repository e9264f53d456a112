package org.fingerpost.config.pins;

import java.time.Instant;
import java.util.Optional;
import org.fingerpost.config.pins.numbers.PhoneNumber;
import org.fingerpost.formats.mac.MacAddress;

/**
 * A PIN that was found by what somebody typed, and that nobody else can use until the transaction
 * ends.
 */
public record HeldPin(
        long id, PinBatch batch, Optional<PhoneNumber> number, Optional<MacAddress> usedBy) {

    /** Does it open for this number? One that was made for none opens for any. */
    public boolean isFor(Optional<PhoneNumber> given) {
        return number.isEmpty() || number.equals(given);
    }

    public boolean isOpen(Instant now) {
        return usedBy.isEmpty() && batch.isOpen(now);
    }

    public boolean wasUsedBy(MacAddress mac) {
        return usedBy.filter(mac::equals).isPresent();
    }
}
