package org.fingerpost.config.admission;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class AdmissionRows implements PanacheRepository<AdmissionRow> {

    /** Holds the row's lock afterwards. */
    void put(long provider, String mode) {
        getEntityManager()
                .createNativeQuery(
                        "INSERT INTO admission (provider_id, mode) VALUES (?1, ?2) ON CONFLICT"
                                + " (provider_id) DO UPDATE SET mode = excluded.mode")
                .setParameter(1, provider)
                .setParameter(2, mode)
                .executeUpdate();
    }
}
