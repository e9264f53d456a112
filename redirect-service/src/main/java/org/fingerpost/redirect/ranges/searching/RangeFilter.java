package org.fingerpost.redirect.ranges.searching;

import java.util.Optional;
import org.fingerpost.access.Caller;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.redirect.ranges.Registration;

/**
 * Which ranges somebody wants to see, of those that the caller may see.
 *
 * @param mac only the ranges that stand around this address, innermost first
 * @param company in exactly these words
 */
public record RangeFilter(
        Caller caller,
        Optional<Registration.State> state,
        Optional<Long> targetServer,
        Optional<MacAddress> mac,
        Optional<String> company) {}
