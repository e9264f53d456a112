package org.fingerpost.config.assembly.proofs;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Function;
import org.fingerpost.config.secrets.DeviceLogin;
import org.fingerpost.config.secrets.ProviderKey;
import org.fingerpost.config.secrets.seals.Place;
import org.fingerpost.config.settings.StoredSettings;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;

/** A device's login as the two settings by which its file brings it: P1360 and P1361. */
public final class Logins {
    private static final PValue USER = PValue.parse("P1360");
    private static final PValue PASSWORD = PValue.parse("P1361");

    private Logins() {}

    /** The settings with this login in them, whatever was there. */
    static PValues told(DeviceLogin login, PValues settings) {
        return settings.with(new Setting(USER, login.user()))
                .with(new Setting(PASSWORD, login.revealPassword()));
    }

    /** A login that a provider has chosen, as it is kept. */
    public static StoredSettings sealed(
            DeviceLogin login, ProviderKey key, Place.Owner owner, SecureRandom random) {
        return StoredSettings.sealed(told(login, PValues.none()), key, owner, random);
    }

    /** The login that was kept; nothing if none was chosen. */
    public static Optional<DeviceLogin> opened(
            StoredSettings kept, Function<String, Optional<ProviderKey>> keys, Place.Owner owner) {
        if (kept.all().isEmpty()) {
            return Optional.empty();
        }
        PValues clear = kept.opened(keys, owner);
        return Optional.of(
                DeviceLogin.chosen(
                        clear.get(USER).orElseThrow(Logins::damaged),
                        clear.get(PASSWORD).orElseThrow(Logins::damaged)));
    }

    private static IllegalArgumentException damaged() {
        return new IllegalArgumentException("a login has a name and a password");
    }
}
