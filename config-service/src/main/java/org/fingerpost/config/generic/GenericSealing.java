package org.fingerpost.config.generic;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Function;
import org.fingerpost.config.keys.changes.SealedRoom;
import org.fingerpost.config.secrets.ProviderKey;
import org.fingerpost.config.secrets.seals.Place;
import org.fingerpost.config.secrets.seals.UnopenableException;
import org.fingerpost.config.settings.StoredSettings;

/** Seals a provider's generic settings anew when its key is changed: one row, in one go. */
@ApplicationScoped
class GenericSealing implements SealedRoom {
    private final GenericSettingsRows rows;
    private final GenericSettings generic;
    private final SecureRandom random;

    GenericSealing(GenericSettingsRows rows, GenericSettings generic, SecureRandom random) {
        this.rows = rows;
        this.generic = generic;
        this.random = random;
    }

    @Override
    public String room() {
        return "generic-settings";
    }

    @Override
    public Stretch reseal(
            ProviderKey to, Function<String, Optional<ProviderKey>> keys, long behind, int most) {
        Optional<GenericSettingsRow> row = Optional.ofNullable(rows.lock(to.provider()));
        try {
            boolean changed = row.isPresent() && resealed(row.get(), to, keys);
            return new Stretch(behind, changed ? 1 : 0, 0, true);
        } catch (UnopenableException | IllegalArgumentException | IllegalStateException e) {
            return new Stretch(behind, 0, 1, true);
        }
    }

    /** Whether there was anything to do. */
    private boolean resealed(
            GenericSettingsRow row, ProviderKey to, Function<String, Optional<ProviderKey>> keys) {
        StoredSettings before = StoredSettings.read(row.settings);
        StoredSettings fresh = before.under(to, keys, Place.Owner.generic(row.providerId), random);
        if (fresh == before) {
            return false;
        }
        row.settings = fresh.write();
        generic.tell(row.providerId, fresh);
        return true;
    }
}
