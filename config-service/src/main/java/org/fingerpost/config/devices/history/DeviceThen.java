package org.fingerpost.config.devices.history;

import java.time.Instant;
import java.util.Optional;
import org.fingerpost.config.layers.variables.StoredVariables;
import org.fingerpost.config.secrets.seals.Sealed;
import org.fingerpost.config.settings.StoredAccounts;
import org.fingerpost.config.settings.StoredSettings;

/**
 * One revision of what a device's record says; it never changes.
 *
 * @param revision counts over all devices
 * @param author {@code provider/7}
 * @param tokenKey the key that the token of the generation is derived from
 * @param login that the provider had chosen; empty if it was derived
 * @param configKey the XML password under which its XML was sealed
 */
public record DeviceThen(
        long revision,
        Instant at,
        String author,
        String model,
        Optional<String> group,
        StoredSettings settings,
        StoredVariables variables,
        StoredAccounts accounts,
        int generation,
        String tokenKey,
        StoredSettings login,
        Optional<Sealed> configKey) {}
