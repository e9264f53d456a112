package org.fingerpost.config.assembly;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.fingerpost.access.ProviderRegister.Known;
import org.fingerpost.config.assembly.books.Affixes;
import org.fingerpost.config.assembly.books.ConfigBook;
import org.fingerpost.config.assembly.books.SheetBook;
import org.fingerpost.config.assembly.proofs.AdmissionMode;
import org.fingerpost.config.assembly.proofs.AdmissionModes;
import org.fingerpost.config.assembly.proofs.Directories;
import org.fingerpost.config.assembly.proofs.Logins;
import org.fingerpost.config.layers.DeviceSheet;
import org.fingerpost.config.layers.Filling;
import org.fingerpost.config.layers.MissingSheetException;
import org.fingerpost.config.layers.Stack;
import org.fingerpost.config.layers.UnfilledException;
import org.fingerpost.config.secrets.DeviceLogin;
import org.fingerpost.config.secrets.DeviceToken;
import org.fingerpost.config.secrets.ProviderKey;
import org.fingerpost.config.secrets.TokenKey;
import org.fingerpost.config.secrets.seals.Place;
import org.fingerpost.config.secrets.seals.UnopenableException;
import org.fingerpost.config.settings.StoredSetting;
import org.fingerpost.config.settings.StoredSettings;
import org.fingerpost.door.sightings.OnceAMinute;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.model.DeviceModel;
import org.fingerpost.formats.model.DeviceModels;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.seal.ConfigKey;
import org.fingerpost.replica.Entry;
import org.jboss.logging.Logger;

/** Puts together what a phone should be told, from the state that is here. */
@ApplicationScoped
public class Assembly {
    private static final Logger LOG = Logger.getLogger(Assembly.class);

    private final ConfigBook book;
    private final SheetBook sheets;
    private final Fillings fillings;
    private final Directories directories;
    private final ObjectMapper json = new ObjectMapper();
    private final OnceAMinute trouble = new OnceAMinute();

    Assembly(ConfigBook book, SheetBook sheets, Fillings fillings, Directories directories) {
        this.book = book;
        this.sheets = sheets;
        this.fillings = fillings;
        this.directories = directories;
    }

    /**
     * What the provider has for this device.
     *
     * @param affixes that the phone asks with: they may name revisions of the sheets under it
     * @param running the firmware version that the phone says it has
     */
    public Assembled device(
            Known provider, MacAddress mac, Affixes affixes, Optional<String> running) {
        return book.find("device/" + provider.id() + "/" + mac)
                .map(entry -> opened(entry, () -> device(provider, mac, affixes, running, entry)))
                .orElseGet(Assembled.Missing::new);
    }

    /**
     * What the provider has for any of its devices of a model: what its layers say and every phone
     * may be told, and the generic settings upon that.
     */
    public Assembled generic(Known provider, DeviceModel model) {
        return switch (generic(provider)) {
            case Assembled.Generic generic -> ofModel(provider, model, generic);
            case Assembled.Missing missing -> missing;
            case Assembled.Unready unready -> unready;
            case Assembled.OfDevice device -> device;
        };
    }

    private Assembled ofModel(Known provider, DeviceModel model, Assembled.Generic generic) {
        try {
            PValues common = sheets.stack(provider.id(), model, Optional.empty()).common();
            if (common.isEmpty()) {
                return new Assembled.Missing(); // the phone asks for cfg.xml next
            }
            return new Assembled.Generic(
                    generic.key(),
                    common.with(generic.settings()),
                    generic.holdsSecret(),
                    generic.mode());
        } catch (UnopenableException | MissingSheetException e) {
            trouble.run(() ->
                    LOG.errorf(
                            "%s of %d is answered with 503: %s",
                            model, provider.id(), e.getMessage()));
            return new Assembled.Unready();
        }
    }

    /** What the provider has for any of its devices. */
    public Assembled generic(Known provider) {
        return book.find("generic/" + provider.id())
                .map(entry -> opened(entry, () -> generic(provider.id(), entry)))
                .orElseGet(Assembled.Missing::new);
    }

    /**
     * Whether a phone that shows no login is asked for one: then each of the provider's addresses
     * asks, so that the question does not tell which of them has a phone.
     */
    public boolean asksForLogins(Known provider) {
        return book.modes(provider.id()).askForLogins();
    }

    /** What the proofs of the provider's devices are derived from, if it has come here. */
    public Optional<TokenKey> proofs(Known provider) {
        return book.tokens(provider.id(), ProviderKey.FIRST);
    }

    private Assembled device(
            Known provider, MacAddress mac, Affixes affixes, Optional<String> running, Entry entry)
            throws IOException {
        long id = provider.id();
        DeviceState state = json.readValue(entry.value(), DeviceState.class);
        TokenKey key = tokens(id, state.tokenKey());
        DeviceSheet own = own(id, mac, state);
        List<String> around = Stack.groups(sheets, id, own.group());
        Filling said = fillings.of(id, own, affixes, around, running);
        boolean secret = said.holdsSecret();
        DeviceToken token = key.token(mac, state.generation());
        DeviceLogin login =
                Logins.opened(
                                state.login(),
                                keyId -> book.key(id, keyId),
                                Place.Owner.device(id, mac))
                        .orElseGet(() -> key.login(mac, state.generation()));
        AdmissionModes modes = book.modes(id);
        AdmissionMode mode = modes.of(around);
        PValues lead = directories.leading(provider, mac, said::get, secret, mode, token, login);
        return new Assembled.OfDevice(
                key,
                own.model(),
                lead.isEmpty() ? said : said.with(lead),
                configKey(id, mac, state),
                secret,
                mode,
                modes.tellByTftp(mac),
                token,
                login,
                state.generation(),
                state.windowEnd());
    }

    private DeviceSheet own(long provider, MacAddress mac, DeviceState state) {
        Place.Owner owner = Place.Owner.device(provider, mac);
        Function<String, Optional<ProviderKey>> keys = keyId -> book.key(provider, keyId);
        return new DeviceSheet(
                mac,
                model(state.model()),
                state.inGroup(),
                state.settings().opened(keys, owner),
                state.variables().opened(keys, owner),
                state.accounts().opened(keys, owner),
                0,
                "");
    }

    private Optional<ConfigKey> configKey(long provider, MacAddress mac, DeviceState state) {
        Place place = Place.Owner.device(provider, mac).configKey();
        return state.sealedUnder()
                .map(sealed ->
                        book.key(provider, sealed.keyId())
                                .orElseThrow(() -> UnopenableException.noKey(sealed.keyId()))
                                .open(place, sealed))
                .map(ConfigKey::of);
    }

    private static DeviceModel model(String name) {
        return DeviceModels.find(name)
                .orElseThrow(() -> new IllegalArgumentException("no such model"));
    }

    private Assembled generic(long provider, Entry entry) throws IOException {
        StoredSettings stored = json.readValue(entry.value(), GenericState.class).settings();
        PValues settings = clear(stored, Place.Owner.generic(provider));
        boolean secret = holdsSecret(stored, settings);
        return new Assembled.Generic(
                tokens(provider, ProviderKey.FIRST), settings, secret, book.modes(provider).own());
    }

    /** An empty secret is none: it clears the setting on the phone. */
    private static boolean holdsSecret(StoredSettings stored, PValues clear) {
        return clear.holdSecret()
                || stored.all().stream()
                        .filter(StoredSetting.Secret.class::isInstance)
                        .anyMatch(sealed -> !clear.get(sealed.p()).equals(Optional.of("")));
    }

    private TokenKey tokens(long provider, String keyId) {
        return book.tokens(provider, keyId).orElseThrow(() -> UnopenableException.noKey(keyId));
    }

    private PValues clear(StoredSettings stored, Place.Owner owner) {
        return stored.opened(keyId -> book.key(owner.provider(), keyId), owner);
    }

    @FunctionalInterface
    private interface Opening {
        Assembled now() throws IOException;
    }

    /** Causes are not logged: their messages may quote what they could not read. */
    private Assembled opened(Entry entry, Opening opening) {
        try {
            return opening.now();
        } catch (UnopenableException | UnfilledException | MissingSheetException e) {
            trouble.run(
                    () -> LOG.errorf("%s is answered with 503: %s", entry.key(), e.getMessage()));
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            trouble.run(() ->
                    LOG.errorf(
                            "%s (%s) is answered with 503: this version cannot read it",
                            entry.key(), entry.type()));
        }
        return new Assembled.Unready();
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record GenericState(StoredSettings settings) {}
}
