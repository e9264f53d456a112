package org.fingerpost.config.devices.copies;

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
import org.fingerpost.config.assembly.proofs.Logins;
import org.fingerpost.config.devices.Device;
import org.fingerpost.config.devices.Devices;
import org.fingerpost.config.devices.proofs.DeviceProofs;
import org.fingerpost.config.devices.wishes.Said;
import org.fingerpost.config.keys.ProviderKeys;
import org.fingerpost.config.layers.variables.Variable;
import org.fingerpost.config.secrets.DeviceLogin;
import org.fingerpost.config.secrets.ProviderKey;
import org.fingerpost.config.secrets.seals.Place;
import org.fingerpost.formats.mac.MacAddress;

/** Makes copies of devices with their secrets in clear, and devices of copies. */
@ApplicationScoped
public class DeviceCopies {
    private final Devices devices;
    private final DeviceProofs proofs;
    private final ProviderKeys keys;

    DeviceCopies(Devices devices, DeviceProofs proofs, ProviderKeys keys) {
        this.devices = devices;
        this.proofs = proofs;
        this.keys = keys;
    }

    /**
     * A page, by address, from behind {@code after} on.
     *
     * @throws org.fingerpost.config.secrets.seals.UnopenableException if a secret does not open
     */
    @Transactional
    public List<DeviceCopy> page(long provider, MacAddress after, int size) {
        return devices.page(provider, after, size).stream().map(this::copy).toList();
    }

    /** The first of these that the provider has a device for. */
    @Transactional
    public Optional<MacAddress> known(long provider, Collection<MacAddress> macs) {
        return devices.first(provider, macs);
    }

    /** Makes the device, or changes it into this. Its window opens if it is made. */
    @Transactional
    public void put(long provider, DeviceCopy copy) {
        MacAddress mac = MacAddress.parse(copy.mac());
        if (copy.told().isPresent()) {
            devices.put(provider, mac, copy.told().get().wish(), false);
            putLogin(provider, mac, copy.login());
            if (copy.configKey().isPresent()
                    || devices.known(provider, mac).password().isPresent()) {
                devices.knowKey(provider, mac, copy.configKey());
            }
        }
        copy.heldBack().ifPresent(words -> devices.put(provider, mac, words.wish(), true));
    }

    private void putLogin(long provider, MacAddress mac, Optional<DeviceCopy.Login> login) {
        if (login.isPresent()) {
            proofs.choose(
                    provider, mac, DeviceLogin.chosen(login.get().user(), login.get().password()));
        } else if (!devices.known(provider, mac).login().all().isEmpty()) {
            proofs.takeBack(provider, mac);
        }
    }

    private DeviceCopy copy(Device device) {
        long provider = device.provider();
        Place.Owner owner = Place.Owner.device(provider, device.mac());
        Function<String, Optional<ProviderKey>> all = keyId -> keys.find(provider, keyId);
        return new DeviceCopy(
                device.mac().toString(),
                device.told() ? Optional.of(words(device.said(), owner)) : Optional.empty(),
                device.heldBack().map(said -> words(said, owner)),
                Logins.opened(device.login(), all, owner)
                        .map(own -> new DeviceCopy.Login(own.user(), own.revealPassword())),
                device.password()
                        .flatMap(box ->
                                all.apply(box.keyId())
                                        .map(key -> key.open(owner.configKey(), box))));
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
