package org.fingerpost.config.devices.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.fingerpost.config.keys.changes.SealedRoom;
import org.fingerpost.config.layers.variables.StoredVariables;
import org.fingerpost.config.secrets.ProviderKey;
import org.fingerpost.config.secrets.seals.Place;
import org.fingerpost.config.secrets.seals.UnopenableException;
import org.fingerpost.config.settings.StoredAccounts;
import org.fingerpost.config.settings.StoredSettings;
import org.fingerpost.formats.mac.MacAddress;

/**
 * Seals what devices said in the past anew when their provider's key is changed, by revision. The
 * past passwords of a phone are not kept in clear either, and are needed to say what it was told.
 */
@ApplicationScoped
class RevisionSealing implements SealedRoom {
    private final EntityManager database;
    private final SecureRandom random;

    RevisionSealing(EntityManager database, SecureRandom random) {
        this.database = database;
        this.random = random;
    }

    @Override
    public String room() {
        return "device-revisions";
    }

    @Override
    public Stretch reseal(
            ProviderKey to, Function<String, Optional<ProviderKey>> keys, long behind, int most) {
        List<?> rows =
                database.createNativeQuery(
                                "SELECT revision, mac, settings, variables, accounts, login FROM"
                                        + " device_revision WHERE provider_id = ?1 AND revision >"
                                        + " ?2 ORDER BY revision LIMIT ?3")
                        .setParameter(1, to.provider())
                        .setParameter(2, behind)
                        .setParameter(3, most)
                        .getResultList();
        long upTo = behind;
        int changed = 0;
        int stuck = 0;
        for (Object each : rows) {
            Object[] row = (Object[]) each;
            upTo = ((Number) row[0]).longValue();
            try {
                changed += resealed(row, to, keys) ? 1 : 0;
            } catch (UnopenableException | IllegalArgumentException | IllegalStateException e) {
                stuck++;
            }
        }
        return new Stretch(upTo, changed, stuck, rows.size() < most);
    }

    private boolean resealed(
            Object[] row, ProviderKey to, Function<String, Optional<ProviderKey>> keys) {
        MacAddress mac = new MacAddress(((Number) row[1]).longValue());
        Place.Owner owner = Place.Owner.device(to.provider(), mac);
        StoredSettings settings = StoredSettings.read((String) row[2]);
        StoredVariables variables = StoredVariables.read((String) row[3]);
        StoredAccounts accounts = StoredAccounts.read((String) row[4]);
        StoredSettings login = StoredSettings.read((String) row[5]);
        StoredSettings freshSettings = settings.under(to, keys, owner, random);
        StoredVariables freshVariables = variables.under(to, keys, owner, random);
        StoredAccounts freshAccounts = accounts.under(to, keys, owner, random);
        StoredSettings freshLogin = login.under(to, keys, owner, random);
        if (freshSettings == settings
                && freshVariables == variables
                && freshAccounts == accounts
                && freshLogin == login) {
            return false;
        }
        database.createNativeQuery(
                        "UPDATE device_revision SET settings = ?1, variables = ?2, accounts = ?3,"
                                + " login = ?4 WHERE provider_id = ?5 AND revision = ?6")
                .setParameter(1, freshSettings.write())
                .setParameter(2, freshVariables.write())
                .setParameter(3, freshAccounts.write())
                .setParameter(4, freshLogin.write())
                .setParameter(5, to.provider())
                .setParameter(6, row[0])
                .executeUpdate();
        return true;
    }
}
