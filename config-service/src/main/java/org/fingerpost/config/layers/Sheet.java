package org.fingerpost.config.layers;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
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
}
