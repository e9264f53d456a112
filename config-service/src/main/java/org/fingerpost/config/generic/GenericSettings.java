package org.fingerpost.config.generic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.Optional;
import org.fingerpost.config.admission.Admissions;
import org.fingerpost.config.assembly.proofs.AdmissionMode;
import org.fingerpost.config.keys.ProviderKeys;
import org.fingerpost.config.secrets.ProviderKey;
import org.fingerpost.config.secrets.seals.Place;
import org.fingerpost.config.settings.StoredSettings;
import org.fingerpost.config.settings.WishedSettings;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.outbox.Outbox;
import org.fingerpost.problems.Problem;

/** Keeps the providers' generic settings. */
@ApplicationScoped
public class GenericSettings {
    private static final String TYPE = "org.fingerpost.config.generic-settings.v1";

    private final GenericSettingsRows rows;
    private final Admissions admissions;
    private final ProviderKeys keys;
    private final Outbox outbox;
    private final SecureRandom random;

    GenericSettings(
            GenericSettingsRows rows,
            Admissions admissions,
            ProviderKeys keys,
            Outbox outbox,
            SecureRandom random) {
        this.rows = rows;
        this.admissions = admissions;
        this.keys = keys;
        this.outbox = outbox;
        this.random = random;
    }

    /** Generic settings as they now are. */
    public record Kept(StoredSettings settings, boolean made, long commit) {}

    @Transactional
    public Kept put(long provider, WishedSettings wish) {
        ProviderKey key = keys.of(provider);
        boolean made = rows.make(provider);
        GenericSettingsRow row = rows.lock(provider);
        Place.Owner owner = Place.Owner.generic(provider);
        StoredSettings before = StoredSettings.read(row.settings);
        PValues clear = wish.over(before, keyId -> keys.find(provider, keyId), owner);
        StoredSettings settings = StoredSettings.sealed(clear, key, owner, random);
        refuseSecrets(provider, settings);
        row.settings = settings.write();
        return new Kept(settings, made, tell(provider, settings));
    }

    /** The row is locked and changed. */
    long tell(long provider, StoredSettings settings) {
        rows.flush();
        return outbox.append("generic/" + provider, TYPE, new State(provider, settings));
    }

    @Transactional
    public Optional<StoredSettings> of(long provider) {
        return rows.findByIdOptional(provider).map(row -> StoredSettings.read(row.settings));
    }

    /** In clear, for whoever may have them so. */
    @Transactional
    public Optional<PValues> clear(long provider) {
        return of(provider)
                .map(stored ->
                        stored.opened(
                                keyId -> keys.find(provider, keyId),
                                Place.Owner.generic(provider)));
    }

    /**
     * A file that belongs to no device has no token and no window: only {@code open} admits to it.
     */
    private void refuseSecrets(long provider, StoredSettings settings) {
        if (admissions.of(provider) == AdmissionMode.OPEN) {
            return;
        }
        settings.secret()
                .ifPresent(p -> {
                    throw Problem.invalid(
                                    "secret-in-generic-settings",
                                    p
                                            + " is a secret, and cfg.xml goes to whoever"
                                            + " asks: set it on the devices (or choose"
                                            + " admission open)")
                            .with("field", "settings." + p);
                });
    }

    private record State(long provider, StoredSettings settings) {}
}
