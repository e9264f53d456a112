package org.fingerpost.firmware.upkeep;

import java.time.Instant;
import java.util.List;

/**
 * What was found when every blob was read.
 *
 * @param missing held by somebody and not there, or no longer since it was corrupt
 * @param corrupt not what their names say; they lie in quarantine now
 * @param unreadable the machine could not read them this time; they stay where they are
 * @param orphaned held by nobody; the next walk after their grace drops them
 */
record Check(
        Instant began,
        Instant ended,
        long blobs,
        long bytes,
        List<Fault> missing,
        List<Fault> corrupt,
        List<Fault> unreadable,
        List<String> orphaned) {
    /**
     * @param by who holds it
     */
    record Fault(String digest, String by) {}
}
