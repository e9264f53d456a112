package org.fingerpost.config.devices;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.fingerpost.config.devices.fetches.Fetch;
import org.fingerpost.config.keys.ProviderKeys;
import org.fingerpost.config.secrets.ProviderKey;
import org.fingerpost.config.secrets.seals.Place;
import org.fingerpost.config.secrets.seals.Sealed;
import org.fingerpost.config.secrets.seals.UnopenableException;
import org.fingerpost.config.settings.SealedJson;
import org.fingerpost.config.settings.StoredSetting;
import org.fingerpost.config.settings.StoredSettings;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.seal.ConfigKey;
import org.fingerpost.formats.seal.SealException;
import org.fingerpost.problems.Problem;

/**
 * Follows which XML password a phone has, by what it fetches. The file that carries a new password
 * is sealed under the old one; from the next check on, it is sealed under the new. A phone that
 * asks for a generic file soon after it was given one could not read it: the old one holds again.
 */
@ApplicationScoped
class ConfigKeys {
    /** The XML password. */
    private static final PValue PASSWORD = PValue.parse("P1359");

    /** A door may still have given the file from before the wish. */
    private static final Duration UNDERWAY = Duration.ofSeconds(1);

    /** Phones ask for the next file at once, or after a restart of a minute. */
    static final Duration SOON = Duration.ofMinutes(2);

    private final ProviderKeys keys;
    private final SecureRandom random;

    ConfigKeys(ProviderKeys keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
    }

    /** The phone has fetched a file of its own whole; true if something else holds from now on. */
    boolean fetched(DeviceRow row, Fetch fetch) {
        Optional<String> wanted = wanted(row);
        KeyState state = KeyState.of(row.configKeyState);
        if (wanted.isPresent() && !wanted.equals(opened(row, row.configKey))) {
            return state != KeyState.TAKEN_BACK && changed(row, wanted.get(), fetch.at());
        }
        if (state == KeyState.FRESH && fetch.xml() && fetch.at().isAfter(row.configKeyAt)) {
            put(row, KeyState.GIVEN, fetch.at());
        } else if (state == KeyState.GIVEN
                && fetch.xml()
                && fetch.at().isAfter(row.configKeyAt.plus(SOON))) {
            row.configKeyBefore = null;
            put(row, KeyState.SETTLED, fetch.at());
        }
        return false;
    }

    private boolean changed(DeviceRow row, String wanted, Instant at) {
        if (at.isBefore(row.configKeyAt.plus(UNDERWAY))) {
            return false;
        }
        row.configKeyBefore = row.configKey;
        row.configKey = sealed(row, wanted);
        put(row, KeyState.FRESH, at);
        return true;
    }

    /** The phone has asked for a file of any phone's; true if something else holds from now on. */
    boolean missed(DeviceRow row, Instant at) {
        boolean soon = !at.isBefore(row.configKeyAt) && at.isBefore(row.configKeyAt.plus(SOON));
        if (KeyState.of(row.configKeyState) != KeyState.GIVEN || !soon) {
            return false;
        }
        row.configKey = row.configKeyBefore;
        row.configKeyBefore = null;
        put(row, KeyState.TAKEN_BACK, at);
        return true;
    }

    /** The device's own settings have changed. */
    void wished(DeviceRow row, Optional<String> before, Instant at) {
        Optional<String> wanted = wanted(row);
        if (!wanted.equals(before)) {
            // A record that is new has no file from before.
            put(row, KeyState.SETTLED, row.revision == 0 ? Instant.EPOCH : at);
            row.configKeyBefore = null;
        }
    }

    /**
     * The provider says which password the phone has.
     *
     * @param password empty if it has none
     */
    void known(DeviceRow row, Optional<String> password, Instant at) {
        row.configKey = password.map(text -> sealed(row, checked(text))).orElse(null);
        row.configKeyBefore = null;
        put(row, KeyState.SETTLED, at);
    }

    /** The password that the device's own settings would give it; none if it does not open here. */
    Optional<String> wanted(DeviceRow row) {
        return StoredSettings.read(row.settings)
                .find(PASSWORD)
                .flatMap(setting -> opened(row, setting))
                .filter(text -> !text.isEmpty());
    }

    private Optional<String> opened(DeviceRow row, StoredSetting setting) {
        try {
            return new StoredSettings(List.of(setting))
                    .opened(keyId -> keys.find(row.providerId, keyId), owner(row))
                    .get(PASSWORD);
        } catch (UnopenableException e) {
            return Optional.empty();
        }
    }

    private static String checked(String password) {
        try {
            ConfigKey.of(password);
            return password;
        } catch (SealException e) {
            throw Problem.invalid("no-such-password", e.getMessage()).with("field", "password");
        }
    }

    private static void put(DeviceRow row, KeyState state, Instant at) {
        row.configKeyState = state.word();
        row.configKeyAt = at;
    }

    /** Seals the passwords under this key; false if they are. */
    boolean reseal(DeviceRow row, ProviderKey to, Function<String, Optional<ProviderKey>> opening) {
        String fresh = resealed(row, row.configKey, to, opening);
        String freshBefore = resealed(row, row.configKeyBefore, to, opening);
        boolean same =
                Objects.equals(fresh, row.configKey)
                        && Objects.equals(freshBefore, row.configKeyBefore);
        row.configKey = fresh;
        row.configKeyBefore = freshBefore;
        return !same;
    }

    private String resealed(
            DeviceRow row,
            String sealed,
            ProviderKey to,
            Function<String, Optional<ProviderKey>> opening) {
        if (sealed == null || SealedJson.parse(sealed).keyId().equals(to.keyId())) {
            return sealed;
        }
        Sealed box = SealedJson.parse(sealed);
        String password =
                opening.apply(box.keyId())
                        .orElseThrow(() -> UnopenableException.noKey(box.keyId()))
                        .open(owner(row).configKey(), box);
        return sealed(row, password, to);
    }

    private String sealed(DeviceRow row, String password) {
        return sealed(row, password, keys.of(row.providerId));
    }

    private String sealed(DeviceRow row, String password, ProviderKey key) {
        Sealed sealed = key.seal(owner(row).configKey(), password, random);
        return SealedJson.write(sealed);
    }

    private Optional<String> opened(DeviceRow row, String sealed) {
        return Optional.ofNullable(sealed)
                .map(SealedJson::parse)
                .flatMap(box ->
                        keys.find(row.providerId, box.keyId())
                                .map(key -> key.open(owner(row).configKey(), box)));
    }

    private static Place.Owner owner(DeviceRow row) {
        return Place.Owner.device(row.providerId, new MacAddress(row.mac));
    }
}
