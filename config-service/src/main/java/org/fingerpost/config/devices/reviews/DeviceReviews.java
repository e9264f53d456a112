package org.fingerpost.config.devices.reviews;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fingerpost.config.devices.Device;
import org.fingerpost.config.devices.Devices;
import org.fingerpost.config.devices.wishes.ModelName;
import org.fingerpost.config.devices.wishes.Said;
import org.fingerpost.config.devices.wishes.WishedDevice;
import org.fingerpost.config.keys.ProviderKeys;
import org.fingerpost.config.layers.Difference;
import org.fingerpost.config.layers.variables.StoredVariables;
import org.fingerpost.config.layers.variables.Variable;
import org.fingerpost.config.secrets.ProviderKey;
import org.fingerpost.config.secrets.seals.Place;
import org.fingerpost.config.settings.StoredAccounts;
import org.fingerpost.config.settings.StoredSettings;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValues;

/** Says what a device would say otherwise, without keeping the wish. */
@ApplicationScoped
class DeviceReviews {
    private static final Said NOTHING =
            new Said(
                    "", null, StoredSettings.none(), StoredVariables.none(), StoredAccounts.none());

    private final Devices devices;
    private final ProviderKeys keys;

    DeviceReviews(Devices devices, ProviderKeys keys) {
        this.devices = devices;
        this.keys = keys;
    }

    /**
     * @param heldBack the device has settings that its phone was not told
     */
    record Reviewed(boolean made, boolean heldBack, List<Difference> differences) {}

    /** What would be told otherwise than is told now. */
    @Transactional
    Reviewed of(long provider, MacAddress mac, WishedDevice wish) {
        Optional<Device> device = devices.find(provider, mac);
        Optional<Device> told = device.filter(Device::told);
        Said before = told.map(Device::said).orElse(NOTHING);
        Optional<Said> heldBack = device.flatMap(Device::heldBack);
        Said kept = heldBack.orElse(before);
        return new Reviewed(
                device.isEmpty(),
                heldBack.isPresent(),
                Difference.between(
                        told.isPresent() ? clear(provider, mac, before) : Map.of(),
                        wished(provider, mac, kept, wish)));
    }

    private Map<String, Variable> clear(long provider, MacAddress mac, Said said) {
        Function<String, Optional<ProviderKey>> all = keyId -> keys.find(provider, keyId);
        Place.Owner owner = Place.Owner.device(provider, mac);
        Map<String, Variable> clear = head(said.model(), Optional.ofNullable(said.group()));
        put("", said.settings().opened(all, owner), clear);
        said.variables()
                .opened(all, owner)
                .forEach((name, value) -> clear.put("variables." + name, value));
        said.accounts()
                .opened(all, owner)
                .forEach((number, settings) -> put(account(number), settings, clear));
        return clear;
    }

    private Map<String, Variable> wished(
            long provider, MacAddress mac, Said kept, WishedDevice wish) {
        Function<String, Optional<ProviderKey>> all = keyId -> keys.find(provider, keyId);
        Place.Owner owner = Place.Owner.device(provider, mac);
        Map<String, Variable> clear = head(ModelName.known(wish.model()).name(), wish.group());
        put("", wish.settings().over(kept.settings(), all, owner), clear);
        wish.variables()
                .over(kept.variables(), all, owner)
                .forEach((name, value) ->
                        clear.put(
                                "variables." + name, new Variable(value, Variable.isSecret(name))));
        wish.accounts()
                .forEach((number, settings) ->
                        put(
                                account(number),
                                settings.over(
                                        kept.accounts().settings(number),
                                        all,
                                        owner.account(number)),
                                clear));
        return clear;
    }

    private static Map<String, Variable> head(String model, Optional<String> group) {
        Map<String, Variable> head = new LinkedHashMap<>();
        head.put("model", new Variable(model, false));
        group.ifPresent(name -> head.put("group", new Variable(name, false)));
        return head;
    }

    private static String account(int number) {
        return "accounts." + number + ".";
    }

    private static void put(String where, PValues settings, Map<String, Variable> clear) {
        settings.forEach(setting ->
                clear.put(where + setting.p(), new Variable(setting.value(), setting.isSecret())));
    }
}
