package org.fingerpost.config.keys;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.fingerpost.config.secrets.WrappedKey;

@ApplicationScoped
class ProviderKeyRows implements PanacheRepository<ProviderKeyRow> {

    Optional<ProviderKeyRow> find(long provider, String keyId) {
        return find("providerId = ?1 and keyId = ?2", provider, keyId).firstResultOptional();
    }

    /** False if somebody else was quicker; then that one's is there to be read. */
    boolean add(WrappedKey key, Instant now) {
        return getEntityManager()
                        .createNativeQuery(
                                "INSERT INTO provider_key (provider_id, key_id, nonce, ciphertext,"
                                        + " made_at) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT"
                                        + " (provider_id, key_id) DO NOTHING")
                        .setParameter(1, key.provider())
                        .setParameter(2, key.keyId())
                        .setParameter(3, key.nonce())
                        .setParameter(4, key.ciphertext())
                        .setParameter(5, now)
                        .executeUpdate()
                == 1;
    }
}
