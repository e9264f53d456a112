package org.fingerpost.config.pins.claiming;

import java.time.Duration;
import org.fingerpost.config.devices.Device;

/** What comes of a claim. */
public sealed interface ClaimOutcome {
    /** The phone is a device now. */
    record Made(Device device, long commit) implements ClaimOutcome {}

    /** It was, by the same PIN: said twice is said once. */
    record Again(Device device) implements ClaimOutcome {}

    /** No such PIN, not for this number, used, expired or void: nobody learns which. */
    record Refused() implements ClaimOutcome {}

    /** Too many claims have failed; this one was not looked at. */
    record LockedOut(Duration left) implements ClaimOutcome {}

    /** The PIN is right, and nobody has said what model the phone is. */
    record ModelNeeded() implements ClaimOutcome {}

    /** The PIN is right, and is for another model. */
    record OtherModel(String wanted) implements ClaimOutcome {}
}
