package org.fingerpost.config.devices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.fingerpost.config.assembly.Logins;
import org.fingerpost.config.keys.ProviderKeys;
import org.fingerpost.config.layers.Variable;
import org.fingerpost.config.secrets.DeviceLogin;
import org.fingerpost.config.secrets.Place;
import org.fingerpost.config.secrets.ProviderKey;
import org.fingerpost.config.settings.StoredSettings;
import org.fingerpost.formats.mac.MacAddress;

/** Makes copies of devices with their secrets in clear, and devices of copies. */
@ApplicationScoped
public class DeviceCopies {
    private final Devices devices;
    private final DeviceProofs proofs;
    private final ConfigKeys configKeys;
    private final DeviceRows rows;
    private final ProviderKeys keys;

    DeviceCopies(
            Devices devices,
            DeviceProofs proofs,
            ConfigKeys configKeys,
            DeviceRows rows,
            ProviderKeys keys) {
        this.devices = devices;
        this.proofs = proofs;
        this.configKeys = configKeys;
        this.rows = rows;
        this.keys = keys;
    }

    /**
     * A page, by address, from behind {@code after} on.
     *
     * @throws org.fingerpost.config.secrets.UnopenableException if a secret does not open
     */
    @Transactional
    public List<DeviceCopy> page(long provider, MacAddress after, int size) {
        return rows.page(provider, after, size).stream().map(this::copy).toList();
    }

    /** The first of these that the provider has a device for. */
    @Transactional
    public Optional<MacAddress> known(long provider, Collection<MacAddress> macs) {
        return rows.known(provider, macs.stream().map(MacAddress::bits).toList())
                .map(MacAddress::new);
    }

    /** Makes the device, or changes it into this. Its window opens if it is made. */
    @Transactional
    public void put(long provider, DeviceCopy copy) {
        MacAddress mac = MacAddress.parse(copy.mac());
        if (copy.told().isPresent()) {
            devices.put(provider, mac, copy.told().get().wish(), false);
            putLogin(provider, mac, copy.login());
            DeviceRow row = devices.row(provider, mac);
            if (copy.configKey().isPresent() || row.configKey != null) {
                devices.knowKey(provider, mac, copy.configKey());
            }
        }
        copy.heldBack().ifPresent(words -> devices.put(provider, mac, words.wish(), true));
    }

    private void putLogin(long provider, MacAddress mac, Optional<DeviceCopy.Login> login) {
        if (login.isPresent()) {
            proofs.choose(
                    provider, mac, DeviceLogin.chosen(login.get().user(), login.get().password()));
        } else if (!StoredSettings.read(devices.row(provider, mac).login).all().isEmpty()) {
            proofs.takeBack(provider, mac);
        }
    }

    private DeviceCopy copy(DeviceRow row) {
        MacAddress mac = new MacAddress(row.mac);
        Place.Owner owner = Place.Owner.device(row.providerId, mac);
        Function<String, Optional<ProviderKey>> all = keyId -> keys.find(row.providerId, keyId);
        return new DeviceCopy(
                mac.toString(),
                row.revision == 0 ? Optional.empty() : Optional.of(words(row.said(), owner)),
                Optional.ofNullable(row.draft).map(text -> words(Said.read(text), owner)),
                Logins.opened(StoredSettings.read(row.login), all, owner)
                        .map(own -> new DeviceCopy.Login(own.user(), own.revealPassword())),
                configKeys.has(row));
    }

    private DeviceCopy.Words words(Said said, Place.Owner owner) {
        Function<String, Optional<ProviderKey>> all = keyId -> keys.find(owner.provider(), keyId);
        Map<String, String> variables = new LinkedHashMap<>();
        Map<String, Variable> opened = said.variables().opened(all, owner);
        opened.forEach((name, variable) -> variables.put(name, variable.value()));
        SortedMap<Integer, Map<String, String>> accounts = new TreeMap<>();
        said.accounts()
                .opened(all, owner)
                .forEach((number, settings) ->
                        accounts.put(number, DeviceCopy.Words.clear(settings)));
        return new DeviceCopy.Words(
                said.model(),
                Optional.ofNullable(said.group()),
                DeviceCopy.Words.clear(said.settings().opened(all, owner)),
                variables,
                accounts);
    }
}
