package org.fingerpost.config.layers.variables;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fingerpost.config.secrets.ProviderKey;
import org.fingerpost.config.secrets.seals.Place;
import org.fingerpost.config.settings.StoredSettings;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.Setting;

/**
 * Variables as a provider sends them: a JSON object of names and texts. A secret that comes back
 * masked means: keep the one you have.
 */
public record WishedVariables(Map<String, String> values) {
    private static final int MOST = 500;
    private static final int LONGEST = 8_192;

    /** Any P-value: what is asked of it is only whether phones can be told the text. */
    private static final PValue ANY = new PValue(0);

    public static WishedVariables none() {
        return new WishedVariables(Map.of());
    }

    /**
     * @throws IllegalArgumentException naming the variable, never its value
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WishedVariables {
        if (values.size() > MOST) {
            throw new IllegalArgumentException("there are more than " + MOST + " variables");
        }
        values.forEach(WishedVariables::check);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    private static void check(String name, String value) {
        HoleText.checkName(name, "a variable");
        if (value == null) {
            throw new IllegalArgumentException("the variable " + name + " has no text");
        }
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "the variable " + name + " has more than " + LONGEST + " characters");
        }
        try {
            new Setting(ANY, value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the variable " + name + " holds a character that no phone can be told");
        }
    }

    /**
     * The wish in clear, with the secrets that it keeps.
     *
     * @throws IllegalArgumentException if there is nothing to keep
     */
    public Map<String, String> over(
            StoredVariables before,
            Function<String, Optional<ProviderKey>> keys,
            Place.Owner owner) {
        Map<String, String> clear = new LinkedHashMap<>(values);
        clear.replaceAll((name, value) ->
                Variable.isSecret(name) && value.equals(StoredSettings.MASK)
                        ? kept(name, before, keys, owner)
                        : value);
        return clear;
    }

    private static String kept(
            String name,
            StoredVariables before,
            Function<String, Optional<ProviderKey>> keys,
            Place.Owner owner) {
        return Optional.ofNullable(before.opened(keys, owner).get(name))
                .map(Variable::value)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                name
                                        + " is masked, and nothing is stored that could be kept:"
                                        + " send its value"));
    }
}
