package org.fingerpost.config.generic;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

@ApplicationScoped
class GenericSettingsRows implements PanacheRepository<GenericSettingsRow> {

    /** True if the provider had none; they are empty then, and there. */
    boolean make(long provider) {
        return getEntityManager()
                        .createNativeQuery(
                                "INSERT INTO generic_settings (provider_id, settings) VALUES (?1,"
                                        + " '[]') ON CONFLICT (provider_id) DO NOTHING")
                        .setParameter(1, provider)
                        .executeUpdate()
                == 1;
    }

    GenericSettingsRow lock(long provider) {
        return findById(provider, LockModeType.PESSIMISTIC_WRITE);
    }
}
