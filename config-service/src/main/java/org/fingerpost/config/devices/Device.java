package org.fingerpost.config.devices;

import java.time.Instant;
import java.util.Optional;
import org.fingerpost.config.layers.StoredAccounts;
import org.fingerpost.config.layers.StoredVariables;
import org.fingerpost.config.settings.StoredSettings;
import org.fingerpost.formats.mac.MacAddress;

/**
 * A phone that a provider keeps a record of.
 *
 * @param generation of its token; another one makes the old token void
 * @param armedUntil when the first-fetch window ends or ended
 * @param heldBack settings that are to be told later
 * @param sealed its XML goes out under a password
 */
public record Device(
        long provider,
        MacAddress mac,
        String model,
        Optional<String> group,
        StoredSettings settings,
        StoredVariables variables,
        StoredAccounts accounts,
        long generation,
        Instant armedUntil,
        boolean heldBack,
        boolean sealed,
        KeyState configKey) {

    /** The window's state at a moment, as far as the control plane has heard. */
    public boolean windowIsOpen(Instant now) {
        return now.isBefore(armedUntil);
    }
}
