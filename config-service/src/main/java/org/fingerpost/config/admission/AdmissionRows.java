package org.fingerpost.config.admission;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

@ApplicationScoped
class AdmissionRows implements PanacheRepository<AdmissionRow> {

    /** The provider's row, made if there is none; its lock is held afterwards. */
    AdmissionRow locked(long provider) {
        getEntityManager()
                .createNativeQuery(
                        "INSERT INTO admission (provider_id, mode) VALUES (?1, 'window') ON"
                                + " CONFLICT (provider_id) DO NOTHING")
                .setParameter(1, provider)
                .executeUpdate();
        return findById(provider, LockModeType.PESSIMISTIC_WRITE);
    }
}
