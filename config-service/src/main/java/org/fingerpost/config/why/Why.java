package org.fingerpost.config.why;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fingerpost.access.ProviderRegister.Known;
import org.fingerpost.config.admission.Admissions;
import org.fingerpost.config.assembly.DeviceFile;
import org.fingerpost.config.assembly.proofs.AdmissionMode;
import org.fingerpost.config.assembly.proofs.AdmissionModes;
import org.fingerpost.config.assembly.proofs.Directories;
import org.fingerpost.config.assembly.proofs.Logins;
import org.fingerpost.config.devices.history.DeviceHistory;
import org.fingerpost.config.devices.history.DeviceThen;
import org.fingerpost.config.keys.ProviderKeys;
import org.fingerpost.config.layers.DeviceSheet;
import org.fingerpost.config.layers.MissingSheetException;
import org.fingerpost.config.layers.Origin;
import org.fingerpost.config.layers.Stack;
import org.fingerpost.config.layers.Told;
import org.fingerpost.config.layers.UnfilledException;
import org.fingerpost.config.layers.shelves.Shelf;
import org.fingerpost.config.revisions.RevisionNames;
import org.fingerpost.config.secrets.DeviceLogin;
import org.fingerpost.config.secrets.ProviderKey;
import org.fingerpost.config.secrets.TokenKey;
import org.fingerpost.config.secrets.seals.Place;
import org.fingerpost.config.settings.StoredSettings;
import org.fingerpost.config.sheets.PublishedSheets;
import org.fingerpost.config.staggering.Staggering;
import org.fingerpost.config.turns.Pacing;
import org.fingerpost.config.turns.Turns;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.model.DeviceModel;
import org.fingerpost.formats.model.DeviceModels;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;
import org.fingerpost.formats.seal.ConfigKey;
import org.fingerpost.formats.xml.ProvisioningXml;
import org.fingerpost.problems.Problem;

/** Puts together what a device was, is or would be told, as a door does. */
@ApplicationScoped
class Why {
    private final DeviceHistory history;
    private final PublishedSheets sheets;
    private final Admissions admissions;
    private final RevisionNames names;
    private final Staggering staggering;
    private final ProviderKeys keys;
    private final Directories directories;

    Why(
            DeviceHistory history,
            PublishedSheets sheets,
            Admissions admissions,
            RevisionNames names,
            Staggering staggering,
            ProviderKeys keys,
            Directories directories) {
        this.history = history;
        this.sheets = sheets;
        this.admissions = admissions;
        this.names = names;
        this.staggering = staggering;
        this.keys = keys;
        this.directories = directories;
    }

    @Transactional
    Explanation of(Known provider, MacAddress mac, Moment moment, boolean xml) {
        DeviceThen then =
                history.at(provider.id(), mac, moment.at())
                        .orElseThrow(() -> Problem.notFound("no device " + mac + " at that time"));
        DeviceModel model =
                DeviceModels.find(then.model())
                        .orElseThrow(() -> Problem.notFound("no model " + then.model()));
        Shelf shelf = shelf(provider.id(), moment);
        try {
            return explained(provider, mac, moment, xml, then, model, shelf);
        } catch (UnfilledException | MissingSheetException e) {
            throw Problem.conflict("no-such-file", "there is no file: " + e.getMessage());
        }
    }

    private Shelf shelf(long provider, Moment moment) {
        Optional<Shelf> named = names.shelf(provider, moment.affixes());
        if (named.isPresent() && (moment.past() || moment.draft().isPresent())) {
            throw Problem.invalid(
                            "named-revision-is-of-now",
                            "the file's name asks for revisions that have a name: ask without a"
                                    + " moment and without a draft")
                    .with("field", "file");
        }
        return named.or(() -> moment.draft().map(name -> sheets.withDraft(provider, name)))
                .orElseGet(() -> sheets.at(moment.at()));
    }

    private Explanation explained(
            Known provider,
            MacAddress mac,
            Moment moment,
            boolean xml,
            DeviceThen then,
            DeviceModel model,
            Shelf shelf) {
        long id = provider.id();
        Stack stack = Stack.of(shelf, id, model, then.group());
        List<String> around = Stack.groups(shelf, id, then.group());
        List<Told> layers = Told.of(stack, opened(id, mac, then, model));
        List<Told> said =
                pacing(id, moment)
                        .map(pacing -> Turns.laid(layers, pacing, mac, model, around))
                        .orElse(layers);
        AdmissionModes modes = modes(id, moment);
        AdmissionMode mode = modes.of(around);
        TokenKey key = keys.tokens(id, then.tokenKey());
        PValues alone = Told.settings(said);
        PValues settings =
                alone.with(
                        directories.leading(
                                provider,
                                mac,
                                alone::get,
                                Told.holdSecret(said),
                                mode,
                                key.token(mac, then.generation()),
                                login(id, mac, then, key)));
        List<Told> values = values(said, settings);
        DeviceFile file =
                xml
                        ? DeviceFile.xml(
                                ProvisioningXml.write(mac, settings),
                                model,
                                password(id, mac, then),
                                key)
                        : DeviceFile.binary(mac, settings);
        return new Explanation(
                then, mode, modes.tellByTftp(mac), values, file, masked(mac, values, xml));
    }

    private AdmissionModes modes(long provider, Moment moment) {
        return moment.past() ? admissions.modes(provider, moment.at()) : admissions.modes(provider);
    }

    private Optional<Pacing> pacing(long provider, Moment moment) {
        return moment.past()
                ? staggering.pacing(provider, moment.at())
                : staggering.pacing(provider);
    }

    private DeviceSheet opened(long provider, MacAddress mac, DeviceThen then, DeviceModel model) {
        Function<String, Optional<ProviderKey>> opening = keyId -> keys.find(provider, keyId);
        Place.Owner owner = Place.Owner.device(provider, mac);
        return new DeviceSheet(
                mac,
                model,
                then.group(),
                then.settings().opened(opening, owner),
                then.variables().opened(opening, owner),
                then.accounts().opened(opening, owner),
                then.revision(),
                then.author());
    }

    private DeviceLogin login(long provider, MacAddress mac, DeviceThen then, TokenKey key) {
        return Logins.opened(
                        then.login(),
                        keyId -> keys.find(provider, keyId),
                        Place.Owner.device(provider, mac))
                .orElseGet(() -> key.login(mac, then.generation()));
    }

    private Optional<ConfigKey> password(long provider, MacAddress mac, DeviceThen then) {
        Place place = Place.Owner.device(provider, mac).configKey();
        return then.configKey()
                .flatMap(sealed ->
                        keys.find(provider, sealed.keyId()).map(key -> key.open(place, sealed)))
                .map(ConfigKey::of);
    }

    /** Each value with who said it; what is otherwise than it was said, the service has added. */
    private static List<Told> values(List<Told> said, PValues settings) {
        Map<PValue, Told> byP = new LinkedHashMap<>();
        said.forEach(told -> byP.put(told.setting().p(), told));
        return settings.stream()
                .map(setting ->
                        Optional.ofNullable(byP.get(setting.p()))
                                .filter(told -> told.setting().equals(setting))
                                .orElseGet(() -> new Told(setting, true, Origin.service())))
                .toList();
    }

    private static byte[] masked(MacAddress mac, List<Told> values, boolean xml) {
        PValues.Builder shown = PValues.builder(values.size());
        values.forEach(told ->
                shown.put(
                        told.secret()
                                ? new Setting(told.setting().p(), StoredSettings.MASK)
                                : told.setting()));
        PValues settings = shown.build();
        return xml
                ? ProvisioningXml.write(mac, settings)
                : settings.stream()
                        .map(each -> each.p() + "=" + each.value())
                        .collect(Collectors.joining("\n"))
                        .getBytes(StandardCharsets.UTF_8);
    }
}
