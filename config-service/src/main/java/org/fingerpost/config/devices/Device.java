package org.fingerpost.config.devices;

import java.time.Instant;
import org.fingerpost.config.settings.StoredSettings;
import org.fingerpost.formats.mac.MacAddress;

/**
 * A phone that a provider keeps a record of.
 *
 * @param generation of its token; another one makes the old token void
 * @param armedUntil when the first-fetch window ends or ended
 */
public record Device(
        long provider,
        MacAddress mac,
        String model,
        StoredSettings settings,
        long generation,
        Instant armedUntil) {

    /** The window's state at a moment, as far as the control plane has heard. */
    public boolean windowIsOpen(Instant now) {
        return now.isBefore(armedUntil);
    }
}
