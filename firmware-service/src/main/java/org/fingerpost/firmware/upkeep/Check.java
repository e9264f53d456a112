package org.fingerpost.firmware.upkeep;

import java.time.Instant;
import java.util.List;

/**
 * What was found when every blob was read.
 *
 * @param missing held by somebody and not there, or of another size
 * @param corrupt not what their names say; they lie in quarantine now
 * @param orphaned held by nobody; the next walk after their grace drops them
 */
record Check(
        Instant began,
        Instant ended,
        long blobs,
        long bytes,
        List<Fault> missing,
        List<Fault> corrupt,
        List<String> orphaned) {
    /**
     * @param by who holds it
     */
    record Fault(String digest, String by) {}
}
