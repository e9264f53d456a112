package org.fingerpost.config.layers.variables;

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
import org.fingerpost.config.settings.StoredSettings;

/** Variables with their secrets sealed, in the order in which they were given. */
public record StoredVariables(@JsonValue List<StoredVariable> all) {
    private static final ObjectMapper JSON = new ObjectMapper();

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StoredVariables {
        all = List.copyOf(all);
    }

    public static StoredVariables none() {
        return new StoredVariables(List.of());
    }

    /** Seals the secrets, for this owner alone. */
    public static StoredVariables sealed(
            Map<String, String> clear, ProviderKey key, Place.Owner owner, SecureRandom random) {
        List<StoredVariable> all = new ArrayList<>(clear.size());
        clear.forEach((name, value) ->
                all.add(
                        Variable.isSecret(name)
                                ? new StoredVariable.Secret(
                                        name, key.seal(owner.at(name), value, random))
                                : new StoredVariable.Plain(name, value)));
        return new StoredVariables(all);
    }

    /** The variables in clear. */
    public Map<String, Variable> opened(
            Function<String, Optional<ProviderKey>> keys, Place.Owner owner) {
        Map<String, Variable> clear = new LinkedHashMap<>();
        for (StoredVariable variable : all) {
            clear.put(variable.name(), opened(variable, keys, owner));
        }
        return clear;
    }

    private static Variable opened(
            StoredVariable variable,
            Function<String, Optional<ProviderKey>> keys,
            Place.Owner owner) {
        return switch (variable) {
            case StoredVariable.Plain(String _, String value) -> new Variable(value, false);
            case StoredVariable.Secret(String name, var sealed) ->
                    new Variable(
                            keys.apply(sealed.keyId())
                                    .orElseThrow(() -> UnopenableException.noKey(sealed.keyId()))
                                    .open(owner.at(name), sealed),
                            true);
        };
    }

    /** The same variables with every secret sealed under this key; itself if they all are. */
    public StoredVariables under(
            ProviderKey to,
            Function<String, Optional<ProviderKey>> keys,
            Place.Owner owner,
            SecureRandom random) {
        boolean done =
                all.stream()
                        .allMatch(each ->
                                !(each instanceof StoredVariable.Secret(String _, var sealed))
                                        || sealed.keyId().equals(to.keyId()));
        if (done) {
            return this;
        }
        Map<String, String> clear = new LinkedHashMap<>();
        opened(keys, owner).forEach((name, variable) -> clear.put(name, variable.value()));
        return sealed(clear, to, owner, random);
    }

    /** The variables as they may be shown. */
    public Map<String, String> masked() {
        Map<String, String> shown = new LinkedHashMap<>();
        for (StoredVariable variable : all) {
            shown.put(
                    variable.name(),
                    variable instanceof StoredVariable.Plain plain
                            ? plain.value()
                            : StoredSettings.MASK);
        }
        return shown;
    }

    /** As the database keeps them. */
    public String write() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("variables are always JSON", e);
        }
    }

    public static StoredVariables read(String json) {
        try {
            return JSON.readValue(json, StoredVariables.class);
        } catch (JsonProcessingException e) {
            // Without the cause, whose message may quote the text.
            throw new IllegalStateException("stored variables cannot be read");
        }
    }
}
