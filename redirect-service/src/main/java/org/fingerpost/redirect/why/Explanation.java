package org.fingerpost.redirect.why;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.redirect.arrivals.Arrival;

/**
 * Why a phone is told what it is told.
 *
 * @param ranges all that hold the phone, the innermost first
 * @param decider the range that answers
 * @param lastContact the phone's last, whatever the time that is asked for
 * @param notes what is not known, in sentences
 */
record Explanation(
        MacAddress mac,
        Instant at,
        List<RangeThen> ranges,
        Optional<Long> decider,
        Told told,
        Optional<Arrival> lastContact,
        List<String> notes) {}
