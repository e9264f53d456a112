package org.fingerpost.config.phone;

import java.time.Instant;
import org.fingerpost.formats.mac.MacAddress;

/**
 * One device's first-fetch window. Opened anew it has another generation.
 *
 * @param until when it ends, if nobody uses it
 */
record Window(long provider, MacAddress mac, long generation, Instant until) {

    /**
     * Names the window wherever it is heard of; {@code until} may have been drawn nearer meanwhile.
     */
    record Id(long provider, MacAddress mac, long generation) {}

    Id id() {
        return new Id(provider, mac, generation);
    }
}
