package org.fingerpost.firmware.uploads;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

@ApplicationScoped
class UploadRows implements PanacheRepository<UploadRow> {

    List<UploadRow> of(long owner) {
        return list("providerId = ?1 order by id", owner);
    }

    /** Everybody's, as far as they have not come to their end. */
    List<UploadRow> unfinished() {
        return list("sound = false");
    }

    @Transactional
    void forget(List<Long> ids) {
        delete("id in ?1", ids);
    }

    void renew(long id, Instant expires) {
        update("expiresAt = ?1 where id = ?2", expires, id);
    }

    List<UploadRow> expired(Instant now) {
        return list("expiresAt <= ?1", now);
    }

    /**
     * @return false if a piece came since
     */
    boolean deleteExpired(long id, Instant now) {
        return delete("id = ?1 and expiresAt <= ?2", id, now) > 0;
    }
}
