package org.fingerpost.config.pins;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.fingerpost.config.keys.changes.KeyUser;

/**
 * PINs that may still be used are hashed, and what they bring is sealed, under their batch's key.
 */
@ApplicationScoped
class OpenPins implements KeyUser {
    private final EntityManager database;

    OpenPins(EntityManager database) {
        this.database = database;
    }

    @Override
    public Optional<String> needs(long provider, String keyId) {
        boolean open =
                (Boolean)
                        database.createNativeQuery(
                                        "SELECT EXISTS (SELECT FROM pin_batch b JOIN pin p ON"
                                                + " p.batch_id = b.id WHERE b.provider_id = ?1 AND"
                                                + " b.key_id = ?2 AND b.expires_at > now() AND"
                                                + " b.voided_at IS NULL AND p.used_at IS NULL)")
                                .setParameter(1, provider)
                                .setParameter(2, keyId)
                                .getSingleResult();
        return open ? Optional.of("PINs that are open") : Optional.empty();
    }
}
