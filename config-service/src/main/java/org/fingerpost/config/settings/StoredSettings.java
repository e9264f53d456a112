package org.fingerpost.config.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fingerpost.config.secrets.ProviderKey;
import org.fingerpost.config.secrets.seals.Place;
import org.fingerpost.config.secrets.seals.UnopenableException;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;

/** An ordered set of settings with its secrets sealed. */
public record StoredSettings(@JsonValue List<StoredSetting> all) {
    /** What is shown in a secret's place; as long as it is, whatever the secret's length. */
    public static final String MASK = "••••••";

    private static final ObjectMapper JSON = new ObjectMapper();

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StoredSettings {
        all = List.copyOf(all);
    }

    public static StoredSettings none() {
        return new StoredSettings(List.of());
    }

    /** Seals the secrets, for this owner alone. */
    public static StoredSettings sealed(
            PValues settings, ProviderKey key, Place.Owner owner, SecureRandom random) {
        List<StoredSetting> all = new ArrayList<>(settings.size());
        for (Setting setting : settings) {
            PValue p = setting.p();
            all.add(
                    p.isSecret()
                            ? new StoredSetting.Secret(
                                    p, key.seal(owner.at(p), setting.value(), random))
                            : new StoredSetting.Plain(p, setting.value()));
        }
        return new StoredSettings(all);
    }

    /** The settings in clear. */
    public PValues opened(Function<String, Optional<ProviderKey>> keys, Place.Owner owner) {
        PValues.Builder clear = PValues.builder();
        for (StoredSetting setting : all) {
            clear.put(new Setting(setting.p(), value(setting, keys, owner)));
        }
        return clear.build();
    }

    /** The same settings with every secret sealed under this key; itself if they all are. */
    public StoredSettings under(
            ProviderKey to,
            Function<String, Optional<ProviderKey>> keys,
            Place.Owner owner,
            SecureRandom random) {
        if (all.stream().allMatch(setting -> isUnder(to, setting))) {
            return this;
        }
        return sealed(opened(keys, owner), to, owner, random);
    }

    private static boolean isUnder(ProviderKey key, StoredSetting setting) {
        return switch (setting) {
            case StoredSetting.Plain _ -> true;
            case StoredSetting.LateSecret _ -> false;
            case StoredSetting.Secret(PValue _, var sealed) -> sealed.keyId().equals(key.keyId());
        };
    }

    /** The settings as they may be shown. */
    public Map<String, String> masked() {
        Map<String, String> shown = new LinkedHashMap<>();
        for (StoredSetting setting : all) {
            shown.put(
                    setting.p().toString(),
                    setting instanceof StoredSetting.Plain plain ? plain.value() : MASK);
        }
        return shown;
    }

    public Optional<StoredSetting> find(PValue p) {
        return all.stream().filter(setting -> setting.p().equals(p)).findFirst();
    }

    /** The first secret among them. */
    public Optional<PValue> secret() {
        return all.stream()
                .filter(setting -> !(setting instanceof StoredSetting.Plain))
                .map(StoredSetting::p)
                .findFirst();
    }

    /** As the database keeps them. */
    public String write() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("settings are always JSON", e);
        }
    }

    public static StoredSettings read(String json) {
        try {
            return JSON.readValue(json, StoredSettings.class);
        } catch (JsonProcessingException e) {
            // Without the cause, whose message may quote the text.
            throw new IllegalStateException("stored settings cannot be read");
        }
    }

    static String value(
            StoredSetting setting,
            Function<String, Optional<ProviderKey>> keys,
            Place.Owner owner) {
        return switch (setting) {
            case StoredSetting.Plain(PValue _, String value) -> value;
            case StoredSetting.LateSecret(PValue _, String value) -> value;
            case StoredSetting.Secret(PValue p, var sealed) ->
                    keys.apply(sealed.keyId())
                            .orElseThrow(() -> UnopenableException.noKey(sealed.keyId()))
                            .open(owner.at(p), sealed);
        };
    }
}
