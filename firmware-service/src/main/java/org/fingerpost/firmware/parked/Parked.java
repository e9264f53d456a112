package org.fingerpost.firmware.parked;

import java.time.Instant;
import java.util.Locale;
import org.fingerpost.formats.mac.MacAddress;

/**
 * A phone that is off a rollout's rule.
 *
 * @param at of what it did, or by when it should have
 */
public record Parked(MacAddress mac, Reason reason, Instant at) {
    /** Why. */
    public enum Reason {
        /** It fetched the release and was not seen again in time. */
        DID_NOT_RETURN,
        /** It fetched all of the release and came back with what it had. */
        CAME_BACK_UNCHANGED;

        /** As JSON, SQL and the state topic spell it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Reason of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
