package org.fingerpost.config.devices.proofs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.Optional;
import org.fingerpost.access.ProviderRegister.Known;
import org.fingerpost.audit.Audit;
import org.fingerpost.config.assembly.proofs.Directories;
import org.fingerpost.config.assembly.proofs.Logins;
import org.fingerpost.config.devices.Device;
import org.fingerpost.config.devices.Devices;
import org.fingerpost.config.keys.ProviderKeys;
import org.fingerpost.config.secrets.DeviceLogin;
import org.fingerpost.config.secrets.ProviderKey;
import org.fingerpost.config.secrets.seals.Place;
import org.fingerpost.config.settings.StoredSettings;
import org.fingerpost.formats.mac.MacAddress;

/**
 * What devices prove themselves with, for providers that set phones up by hand. A token, and a
 * login that nobody has chosen, are derived: they are shown as often as they are asked for, and
 * each time is written down. A chosen password is shown to nobody.
 */
@ApplicationScoped
public class DeviceProofs {
    private final Devices devices;
    private final ProviderKeys keys;
    private final Directories directories;
    private final Audit audit;
    private final SecureRandom random;

    DeviceProofs(
            Devices devices,
            ProviderKeys keys,
            Directories directories,
            Audit audit,
            SecureRandom random) {
        this.devices = devices;
        this.keys = keys;
        this.directories = directories;
        this.audit = audit;
        this.random = random;
    }

    /** A login, and whether its provider has chosen it. */
    public record Kept(DeviceLogin login, boolean chosen, long commit) {}

    /** The directory that the device's token is part of, with the scheme in front. */
    @Transactional
    public String directory(Known provider, MacAddress mac) {
        Device device = devices.known(provider.id(), mac);
        audit.record(device.decision("device-token-shown"));
        return directories.url(
                provider,
                mac,
                keys.tokens(provider.id(), device.tokenKey()).token(mac, device.generation()));
    }

    @Transactional
    public Kept login(long provider, MacAddress mac) {
        Device device = devices.known(provider, mac);
        Optional<DeviceLogin> chosen =
                Logins.opened(
                        device.login(),
                        keyId -> keys.find(provider, keyId),
                        Place.Owner.device(provider, mac));
        if (chosen.isEmpty()) {
            audit.record(device.decision("device-login-shown"));
        }
        return new Kept(chosen.orElseGet(() -> derived(device)), chosen.isPresent(), 0);
    }

    /** The device proves itself with this from now on, and with its token as before. */
    @Transactional
    public Kept choose(long provider, MacAddress mac, DeviceLogin login) {
        ProviderKey key = keys.of(provider);
        StoredSettings sealed =
                Logins.sealed(login, key, Place.Owner.device(provider, mac), random);
        return new Kept(login, true, devices.putLogin(provider, mac, sealed));
    }

    /** Takes a chosen login back: the derived one holds again. */
    @Transactional
    public long takeBack(long provider, MacAddress mac) {
        return devices.putLogin(provider, mac, StoredSettings.none());
    }

    private DeviceLogin derived(Device device) {
        return keys.tokens(device.provider(), device.tokenKey())
                .login(device.mac(), device.generation());
    }
}
