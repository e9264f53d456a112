package org.fingerpost.config.keys;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fingerpost.config.secrets.seals.WrappedKey;

@ApplicationScoped
class ProviderKeyRows implements PanacheRepository<ProviderKeyRow> {

    Optional<ProviderKeyRow> find(long provider, String keyId) {
        return find("providerId = ?1 and keyId = ?2", provider, keyId).firstResultOptional();
    }

    /** All of the provider's, the oldest first. */
    List<ProviderKeyRow> of(long provider) {
        return list("providerId = ?1 order by id", provider);
    }

    /** The key that new values are sealed under, locked against being superseded, or to be. */
    Optional<ProviderKeyRow> current(long provider, LockModeType lock) {
        return find("providerId = ?1 and supersededAt is null", provider)
                .withLock(lock)
                .firstResultOptional();
    }

    /** A page of all providers' keys. */
    List<ProviderKeyRow> page(long behind, int size) {
        return find("id > ?1 order by id", behind).page(0, size).list();
    }

    /** False if somebody else was quicker; then that one's is there to be read. */
    boolean add(WrappedKey key, Instant now) {
        return getEntityManager()
                        .createNativeQuery(
                                "INSERT INTO provider_key (provider_id, key_id, nonce, ciphertext,"
                                    + " made_at, superseded_at) VALUES (?1, ?2, ?3, ?4, ?5, CASE"
                                    + " WHEN ?6 THEN CAST(?5 AS timestamptz) END) ON CONFLICT"
                                    + " (provider_id, key_id) DO NOTHING")
                        .setParameter(1, key.provider())
                        .setParameter(2, key.keyId())
                        .setParameter(3, key.nonce())
                        .setParameter(4, key.ciphertext())
                        .setParameter(5, now)
                        .setParameter(6, key.holdsTokens()) // nothing is sealed under it, ever
                        .executeUpdate()
                == 1;
    }
}
