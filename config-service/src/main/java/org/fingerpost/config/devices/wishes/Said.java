package org.fingerpost.config.devices.wishes;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.fingerpost.config.layers.variables.StoredVariable;
import org.fingerpost.config.layers.variables.StoredVariables;
import org.fingerpost.config.secrets.ProviderKey;
import org.fingerpost.config.secrets.seals.Place;
import org.fingerpost.config.settings.StoredAccounts;
import org.fingerpost.config.settings.StoredSettings;
import org.fingerpost.config.shapes.Shape;

/** What a device's record says, secrets sealed: live, or held back. {@code group} may be absent. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Said(
        String model,
        String group,
        StoredSettings settings,
        StoredVariables variables,
        StoredAccounts accounts) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public Shape shape() {
        Set<String> own = new TreeSet<>();
        settings.all().forEach(setting -> own.add(setting.p().toString()));
        accounts.all()
                .forEach(account ->
                        account.settings()
                                .all()
                                .forEach(setting -> own.add(setting.p().toString())));
        Set<String> names = new TreeSet<>();
        variables.all().stream().map(StoredVariable::name).forEach(names::add);
        return new Shape(model, Optional.ofNullable(group), own, names);
    }

    /** The same with every secret sealed under this key; itself if they all are. */
    public Said under(
            ProviderKey to,
            Function<String, Optional<ProviderKey>> keys,
            Place.Owner owner,
            SecureRandom random) {
        StoredSettings freshSettings = settings.under(to, keys, owner, random);
        StoredVariables freshVariables = variables.under(to, keys, owner, random);
        StoredAccounts freshAccounts = accounts.under(to, keys, owner, random);
        boolean same =
                freshSettings == settings
                        && freshVariables == variables
                        && freshAccounts == accounts;
        return same ? this : new Said(model, group, freshSettings, freshVariables, freshAccounts);
    }

    public String write() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a device is always JSON", e);
        }
    }

    public static Said read(String json) {
        try {
            return JSON.readValue(json, Said.class);
        } catch (JsonProcessingException e) {
            // Without the cause, whose message may quote the text.
            throw new IllegalStateException("a device that is held back cannot be read");
        }
    }
}
