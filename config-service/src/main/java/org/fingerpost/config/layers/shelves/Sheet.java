package org.fingerpost.config.layers.shelves;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.fingerpost.config.layers.variables.StoredVariables;
import org.fingerpost.config.secrets.ProviderKey;
import org.fingerpost.config.secrets.seals.Place;
import org.fingerpost.config.settings.StoredSettings;

/**
 * What a sheet says: the templates it begins with, in order, then its own settings, whose values
 * have holes, and values for holes.
 *
 * @param templates names; a template has none of its own
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Sheet(List<String> templates, StoredSettings settings, StoredVariables variables) {
    public Sheet {
        templates = List.copyOf(templates);
    }

    public static Sheet empty() {
        return new Sheet(List.of(), StoredSettings.none(), StoredVariables.none());
    }

    /** The same with every secret sealed under this key; itself if they all are. */
    public Sheet under(
            ProviderKey to,
            Function<String, Optional<ProviderKey>> keys,
            Place.Owner owner,
            SecureRandom random) {
        StoredSettings freshSettings = settings.under(to, keys, owner, random);
        StoredVariables freshVariables = variables.under(to, keys, owner, random);
        return freshSettings == settings && freshVariables == variables
                ? this
                : new Sheet(templates, freshSettings, freshVariables);
    }
}
