package org.fingerpost.config.keys.changes;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class KeyWalkRows implements PanacheRepository<KeyWalkRow> {

    List<KeyWalkRow> of(long provider) {
        return list("providerId = ?1 order by room", provider);
    }

    /** The walk through this room begins again. */
    void begin(long provider, String room) {
        getEntityManager()
                .createNativeQuery(
                        "INSERT INTO key_walk (provider_id, room) VALUES (?1, ?2) ON CONFLICT"
                                + " (provider_id, room) DO UPDATE SET behind = 0, resealed = 0,"
                                + " stuck = 0, ended_at = NULL")
                .setParameter(1, provider)
                .setParameter(2, room)
                .executeUpdate();
    }

    /** A walk that has not ended and that nobody else is at; locked. */
    Optional<KeyWalkRow> next() {
        List<?> found =
                getEntityManager()
                        .createNativeQuery(
                                "SELECT * FROM key_walk WHERE ended_at IS NULL ORDER BY id LIMIT 1"
                                        + " FOR UPDATE SKIP LOCKED",
                                KeyWalkRow.class)
                        .getResultList();
        return found.stream().map(KeyWalkRow.class::cast).findFirst();
    }
}
