package org.fingerpost.redirect.targets;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;
import org.fingerpost.problems.Problem;
import org.fingerpost.redirect.secrets.SecretText;
import org.fingerpost.redirect.secrets.StoredSetting;
import org.fingerpost.redirect.secrets.Vault;

/** Makes of settings in clear what is kept: secrets are sealed for the row they belong to. */
@ApplicationScoped
class SettingsKeeper {
    private final Vault vault;

    SettingsKeeper(Vault vault) {
        this.vault = vault;
    }

    /**
     * @throws Problem if there is a secret and this service has no key to seal it under
     * @throws IllegalArgumentException if a masked secret stands for none
     */
    List<StoredSetting> kept(PValues wished, TargetServerRow row) {
        List<StoredSetting> before = row.settings();
        List<StoredSetting> kept = new ArrayList<>(wished.size());
        for (Setting setting : wished) {
            kept.add(
                    Vault.guards(setting.p()) && setting.value().equals(SecretText.MASK)
                            ? keptOf(setting, before)
                            : stored(setting, row.id));
        }
        return kept;
    }

    private StoredSetting stored(Setting setting, long id) {
        if (Vault.guards(setting.p()) && !vault.hasKey()) {
            throw Problem.invalid(
                            "no-key-for-secrets",
                            setting.p()
                                    + " is a secret, and this service has no key to seal it under"
                                    + " (fingerpost.redirect.key-file)")
                    .with("field", setting.p().toString());
        }
        return vault.store(setting, id);
    }

    private static StoredSetting keptOf(Setting masked, List<StoredSetting> before) {
        return before.stream()
                .filter(stored -> stored.p().equals(masked.p()))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                masked.p()
                                        + " is masked, and nothing is stored that could be kept:"
                                        + " send its value"));
    }
}
