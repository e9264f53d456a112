package org.fingerpost.config.pins;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class PinBatchRows implements PanacheRepository<PinBatchRow> {

    Optional<PinBatchRow> find(long provider, long id) {
        return find("providerId = ?1 and id = ?2", provider, id).firstResultOptional();
    }

    Optional<PinBatchRow> lock(long provider, long id) {
        return find("providerId = ?1 and id = ?2", provider, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** The newest first, from before this id on. */
    List<PinBatchRow> page(long provider, long before, int size) {
        return find("providerId = ?1 and id < ?2 order by id desc", provider, before)
                .page(0, size)
                .list();
    }

    /** The keys that the provider's PINs are hashed under: one, unless it was changed meanwhile. */
    List<String> keyIds(long provider) {
        return getEntityManager()
                .createQuery(
                        "select distinct keyId from PinBatchRow where providerId = ?1",
                        String.class)
                .setParameter(1, provider)
                .getResultList();
    }
}
