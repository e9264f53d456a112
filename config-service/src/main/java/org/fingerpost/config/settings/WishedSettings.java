package org.fingerpost.config.settings;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Optional;
import java.util.function.Function;
import org.fingerpost.config.secrets.ProviderKey;
import org.fingerpost.config.secrets.seals.Place;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;

/**
 * Settings as a provider sends them: a JSON object of P-values and texts, in its order. A secret
 * that comes back masked means: keep the one you have.
 */
@JsonDeserialize(using = WishedSettingsReader.class)
public record WishedSettings(PValues values) {

    public static WishedSettings none() {
        return new WishedSettings(PValues.none());
    }

    /**
     * The wish in clear, with the secrets that it keeps.
     *
     * @throws IllegalArgumentException if there is nothing to keep
     */
    public PValues over(
            StoredSettings before,
            Function<String, Optional<ProviderKey>> keys,
            Place.Owner owner) {
        PValues.Builder clear = PValues.builder();
        for (Setting wish : values) {
            boolean kept = wish.isSecret() && wish.value().equals(StoredSettings.MASK);
            clear.put(kept ? kept(wish, before, keys, owner) : wish);
        }
        return clear.build();
    }

    private static Setting kept(
            Setting wish,
            StoredSettings before,
            Function<String, Optional<ProviderKey>> keys,
            Place.Owner owner) {
        StoredSetting stored =
                before.find(wish.p())
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        wish.p()
                                                + " is masked, and nothing is stored that"
                                                + " could be kept: send its value"));
        return new Setting(wish.p(), StoredSettings.value(stored, keys, owner));
    }
}
