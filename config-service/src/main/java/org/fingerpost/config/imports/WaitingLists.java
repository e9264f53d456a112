package org.fingerpost.config.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.fingerpost.config.keys.changes.KeyUser;

/** Rows of lists that wait are sealed under the key that their list began with. */
@ApplicationScoped
class WaitingLists implements KeyUser {
    private final EntityManager database;

    WaitingLists(EntityManager database) {
        this.database = database;
    }

    @Override
    public Optional<String> needs(long provider, String keyId) {
        boolean waiting =
                (Boolean)
                        database.createNativeQuery(
                                        "SELECT EXISTS (SELECT FROM device_job WHERE provider_id ="
                                                + " ?1 AND key_id = ?2 AND state IN ('filling',"
                                                + " 'running'))")
                                .setParameter(1, provider)
                                .setParameter(2, keyId)
                                .getSingleResult();
        return waiting ? Optional.of("lists of devices that wait") : Optional.empty();
    }
}
