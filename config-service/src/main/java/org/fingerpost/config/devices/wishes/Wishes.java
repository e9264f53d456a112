package org.fingerpost.config.devices.wishes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.fingerpost.config.groups.Groups;
import org.fingerpost.config.keys.ProviderKeys;
import org.fingerpost.config.layers.DeviceSheet;
import org.fingerpost.config.layers.MissingSheetException;
import org.fingerpost.config.layers.Stack;
import org.fingerpost.config.layers.Told;
import org.fingerpost.config.layers.UnfilledException;
import org.fingerpost.config.layers.shelves.Shelf;
import org.fingerpost.config.layers.variables.StoredVariables;
import org.fingerpost.config.revisions.RevisionNames;
import org.fingerpost.config.secrets.ProviderKey;
import org.fingerpost.config.secrets.seals.Place;
import org.fingerpost.config.settings.StoredAccounts;
import org.fingerpost.config.settings.StoredSettings;
import org.fingerpost.config.settings.WishedSettings;
import org.fingerpost.config.sheets.PublishedSheets;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.model.DeviceModel;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.problems.Problem;

/** Makes of what a provider wishes for a device what is kept, and sees that it makes a file. */
@ApplicationScoped
public class Wishes {
    private final ProviderKeys keys;
    private final PublishedSheets published;
    private final RevisionNames names;
    private final Groups groups;
    private final SecureRandom random;

    Wishes(
            ProviderKeys keys,
            PublishedSheets published,
            RevisionNames names,
            Groups groups,
            SecureRandom random) {
        this.keys = keys;
        this.published = published;
        this.names = names;
        this.groups = groups;
        this.random = random;
    }

    /**
     * Sealed for this device.
     *
     * @param before what the device says; a masked secret is kept as it was
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Said sealed(long provider, MacAddress mac, WishedDevice wish, Said before) {
        ProviderKey key = keys.of(provider);
        Function<String, Optional<ProviderKey>> all = keyId -> keys.find(provider, keyId);
        Place.Owner owner = Place.Owner.device(provider, mac);
        wish.group().ifPresent(group -> groups.known(provider, group));
        PValues settings = wish.settings().over(before.settings(), all, owner);
        Map<String, String> variables = wish.variables().over(before.variables(), all, owner);
        return new Said(
                ModelName.known(wish.model()).name(),
                wish.group().orElse(null),
                StoredSettings.sealed(settings, key, owner, random),
                StoredVariables.sealed(variables, key, owner, random),
                accounts(wish.accounts(), before.accounts(), key, owner));
    }

    private StoredAccounts accounts(
            SortedMap<Integer, WishedSettings> wish,
            StoredAccounts before,
            ProviderKey key,
            Place.Owner device) {
        List<StoredAccounts.Account> all = new ArrayList<>();
        wish.forEach((number, settings) -> {
            Place.Owner owner = device.account(number);
            PValues clear =
                    settings.over(
                            before.settings(number),
                            keyId -> keys.find(device.provider(), keyId),
                            owner);
            all.add(
                    new StoredAccounts.Account(
                            number, StoredSettings.sealed(clear, key, owner, random)));
        });
        return new StoredAccounts(all);
    }

    /** Refuses what would make no file: a hole without a value, more than a file holds. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void check(long provider, MacAddress mac, Said said) {
        DeviceModel model = ModelName.known(said.model());
        Optional<String> group = Optional.ofNullable(said.group());
        try {
            Stack stack = Stack.of(published.now(provider), provider, model, group);
            List<Told> told = Told.of(stack, opened(provider, mac, model, said));
            FileSize.check(mac, Told.settings(told));
        } catch (UnfilledException e) {
            throw Problem.invalid("hole-without-value", mac + ": " + e.getMessage())
                    .with("device", mac.toString())
                    .with("hole", e.hole());
        } catch (MissingSheetException e) {
            throw Problem.conflict("sheet-missing", e.getMessage());
        }
    }

    /** Would a file of the device's hold a secret, its own or one of its layers'? */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean holdSecret(long provider, MacAddress mac, Said said) {
        DeviceModel model = ModelName.known(said.model());
        DeviceSheet own = opened(provider, mac, model, said);
        return Told.holdSecret(told(published.now(provider), own, provider))
                || names.shelves(provider).stream()
                        .anyMatch(shelf -> holdSecret(shelf, own, provider));
    }

    /** Where revisions that have a name make no file of the device, no phone was given one. */
    private static boolean holdSecret(Shelf named, DeviceSheet own, long provider) {
        try {
            return Told.holdSecret(told(named, own, provider));
        } catch (UnfilledException | MissingSheetException e) {
            return false;
        }
    }

    private static List<Told> told(Shelf shelf, DeviceSheet own, long provider) {
        return Told.of(Stack.of(shelf, provider, own.model(), own.group()), own);
    }

    private DeviceSheet opened(long provider, MacAddress mac, DeviceModel model, Said said) {
        Function<String, Optional<ProviderKey>> all = keyId -> keys.find(provider, keyId);
        Place.Owner owner = Place.Owner.device(provider, mac);
        return new DeviceSheet(
                mac,
                model,
                Optional.ofNullable(said.group()),
                said.settings().opened(all, owner),
                said.variables().opened(all, owner),
                new TreeMap<>(said.accounts().opened(all, owner)),
                0,
                "");
    }
}
