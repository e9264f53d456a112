package org.fingerpost.redirect.instructions;

import java.util.List;
import org.fingerpost.redirect.secrets.StoredSetting;

/**
 * What a provider wants its phones told beside the two addresses.
 *
 * @param dhcpOverride what P145 says of a DHCP server: 0 may not name another server, 1 may, 2 is
 *     preferred (families without it are told 1)
 * @param settings further P-values, in their order
 * @param httpRedirect whether a request is answered by an HTTP 302 instead of a file
 */
public record Instructions(
        Affixes configNames,
        Affixes firmwareNames,
        Checks checks,
        int dhcpOverride,
        List<StoredSetting> settings,
        boolean httpRedirect) {
    /** The two addresses alone. */
    public static final Instructions NONE =
            new Instructions(Affixes.NONE, Affixes.NONE, Checks.KEEP, 0, List.of(), false);

    public Instructions {
        settings = List.copyOf(settings);
        if (dhcpOverride < 0 || dhcpOverride > 2) {
            throw new IllegalArgumentException(
                    "dhcpOverride is 0 (no), 1 (yes) or 2 (prefer, then fall back), not "
                            + dhcpOverride);
        }
    }

    /** True if some of the settings may leave over TLS only. */
    public boolean holdSecrets() {
        return settings.stream().anyMatch(StoredSetting.Sealed.class::isInstance);
    }

    public Instructions with(Checks other) {
        return new Instructions(
                configNames, firmwareNames, other, dhcpOverride, settings, httpRedirect);
    }

    public Instructions with(List<StoredSetting> other) {
        return new Instructions(
                configNames, firmwareNames, checks, dhcpOverride, other, httpRedirect);
    }
}
