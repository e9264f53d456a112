package org.fingerpost.redirect.targets;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.formats.catalogue.Catalogue;
import org.fingerpost.formats.catalogue.NumberedSetting;
import org.fingerpost.formats.catalogue.Severity;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;
import org.fingerpost.redirect.routes.Redirection;
import org.fingerpost.redirect.secrets.SecretText;

/**
 * Further settings as a provider sends them: a JSON object of P-values and texts, in its order. A
 * secret that comes back masked means: keep the one you have.
 */
record WishedSettings(PValues values) {
    static final WishedSettings NONE = new WishedSettings(PValues.none());

    /** A redirect is to be small: it goes to every phone at every boot. */
    private static final int MOST = 100;

    /** Characters in all: room for a certificate or two. */
    private static final int LONGEST = 8_192;

    /**
     * @throws IllegalArgumentException with a sentence that quotes no secret, if a setting is none,
     *     is the target server's own to say, or is known not to fit
     */
    WishedSettings {
        if (values.size() > MOST) {
            throw new IllegalArgumentException(
                    "settings has more than " + MOST + " P-values: a redirect is to be small");
        }
        if (values.stream().mapToLong(setting -> setting.value().length()).sum() > LONGEST) {
            throw new IllegalArgumentException(
                    "settings has more than "
                            + LONGEST
                            + " characters in all: a redirect is to be small");
        }
        values.forEach(WishedSettings::check);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static WishedSettings of(Map<String, String> texts) {
        PValues.Builder values = PValues.builder();
        texts.forEach((p, text) -> {
            if (text == null) {
                throw new IllegalArgumentException(
                        "a setting has a text, if only an empty one, which clears it on the phone");
            }
            values.put(p, text);
        });
        return new WishedSettings(values.build());
    }

    private static void check(Setting setting) {
        if (Redirection.decides(setting.p())) {
            throw new IllegalArgumentException(
                    setting.p()
                            + " is set by the target server's own words (configUrl, configPrefix,"
                            + " autoUpgrade, xmlPassword and so on), so it cannot be a setting");
        }
        if (setting.isSecret() && setting.value().equals(SecretText.MASK)) {
            return;
        }
        Catalogue.standard()
                .check(List.of(new NumberedSetting(1, setting)), Optional.empty())
                .stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .findFirst()
                .ifPresent(finding -> {
                    throw new IllegalArgumentException(finding.sentence());
                });
    }
}
