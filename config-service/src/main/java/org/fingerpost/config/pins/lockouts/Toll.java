package org.fingerpost.config.pins.lockouts;

import java.time.Duration;

/** What comes of asking whether one may try a PIN. */
public sealed interface Toll {
    /** It counts as failed already; a success takes that back. */
    record Paid() implements Toll {}

    /** Too many have failed: it is not looked at, and not counted. */
    record LockedOut(Duration left) implements Toll {}
}
