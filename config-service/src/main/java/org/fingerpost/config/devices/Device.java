package org.fingerpost.config.devices;

import java.time.Instant;
import java.util.Optional;
import org.fingerpost.access.Caller;
import org.fingerpost.audit.Decision;
import org.fingerpost.config.devices.wishes.Said;
import org.fingerpost.config.secrets.seals.Sealed;
import org.fingerpost.config.settings.StoredSettings;
import org.fingerpost.formats.mac.MacAddress;

/**
 * A phone that a provider keeps a record of.
 *
 * @param told whether its phone was ever told what it says
 * @param heldBack what it is to say later
 * @param generation of its token; another one makes the old token void
 * @param tokenKey the key that the token of the generation is derived from
 * @param login that the provider has chosen; empty if it is derived
 * @param armedUntil when the first-fetch window ends or ended
 * @param password under which its XML goes out
 */
public record Device(
        long provider,
        MacAddress mac,
        boolean told,
        Said said,
        Optional<Said> heldBack,
        long generation,
        String tokenKey,
        StoredSettings login,
        Instant armedUntil,
        Optional<Sealed> password,
        KeyState configKey) {

    public String model() {
        return said.model();
    }

    /** The window's state at a moment, as far as the control plane has heard. */
    public boolean windowIsOpen(Instant now) {
        return now.isBefore(armedUntil);
    }

    /** A device is its provider's, and nobody else changes it. */
    public Decision decision(String action) {
        Caller owner = new Caller.OfProvider(provider);
        return Decision.about(owner, action, name(provider, mac), provider);
    }

    /** The key of a device's state record. */
    static String name(long provider, MacAddress mac) {
        return "device/" + provider + "/" + mac;
    }
}
