package org.fingerpost.config.devices.proofs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.access.ShownKey;
import org.fingerpost.audit.Audit;
import org.fingerpost.config.assembly.proofs.Logins;
import org.fingerpost.config.devices.Device;
import org.fingerpost.config.devices.Devices;
import org.fingerpost.config.devices.wishes.Said;
import org.fingerpost.config.keys.ProviderKeys;
import org.fingerpost.config.secrets.DeviceLogin;
import org.fingerpost.config.secrets.ProviderKey;
import org.fingerpost.config.secrets.seals.Place;
import org.fingerpost.config.secrets.seals.UnopenableException;
import org.fingerpost.config.settings.StoredAccounts;
import org.fingerpost.config.settings.StoredSetting;
import org.fingerpost.config.settings.StoredSettings;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.problems.Problem;

/** Opens a device's secrets for a person, and writes down for whom. */
@ApplicationScoped
public class DeviceSecrets {
    private final Devices devices;
    private final ProviderKeys keys;
    private final Audit audit;

    DeviceSecrets(Devices devices, ProviderKeys keys, Audit audit) {
        this.devices = devices;
        this.keys = keys;
        this.audit = audit;
    }

    /**
     * Secrets in clear.
     *
     * @param settings by P-value, in the order of the file; then variables, as {@code $door.pin},
     *     and those of accounts, as {@code account/1/P34}
     * @param login if the provider has chosen one
     */
    public record Opened(Map<String, String> settings, Optional<DeviceLogin> login) {
        @Override
        public String toString() {
            return "Opened[…]";
        }
    }

    /**
     * @param by the API key that is shown, whose right has been looked at
     */
    @Transactional
    public Opened reveal(long provider, MacAddress mac, ShownKey by) {
        Device device = devices.known(provider, mac);
        Opened opened = opened(device, Place.Owner.device(provider, mac));
        List<String> names = List.copyOf(opened.settings().keySet());
        audit.record(
                device.decision("secrets-revealed")
                        .is(new Revealed(by.id(), names, opened.login().isPresent())));
        return opened;
    }

    private Opened opened(Device device, Place.Owner owner) {
        try {
            Said said = device.said();
            StoredSettings stored = said.settings();
            PValues clear = stored.opened(keyId -> key(device, keyId), owner);
            Map<String, String> secrets = new LinkedHashMap<>();
            put(secrets, "", stored, clear);
            said.variables()
                    .opened(keyId -> key(device, keyId), owner)
                    .forEach((name, variable) -> {
                        if (variable.secret()) {
                            secrets.put("$" + name, variable.value());
                        }
                    });
            StoredAccounts accounts = said.accounts();
            accounts.opened(keyId -> key(device, keyId), owner)
                    .forEach((number, settings) ->
                            put(
                                    secrets,
                                    "account/" + number + "/",
                                    accounts.settings(number),
                                    settings));
            return new Opened(
                    secrets, Logins.opened(device.login(), keyId -> key(device, keyId), owner));
        } catch (UnopenableException e) {
            throw Problem.notNow(
                    "secret-unopenable", "a secret does not open here: " + e.getMessage());
        }
    }

    private static void put(
            Map<String, String> secrets, String before, StoredSettings stored, PValues clear) {
        for (StoredSetting setting : stored.all()) {
            if (!(setting instanceof StoredSetting.Plain)) {
                secrets.put(before + setting.p(), clear.get(setting.p()).orElse(""));
            }
        }
    }

    private Optional<ProviderKey> key(Device device, String keyId) {
        return keys.find(device.provider(), keyId);
    }

    /** What is written down: names, never values. */
    private record Revealed(String apiKey, List<String> settings, boolean login) {}
}
