package org.fingerpost.config.keys;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.fingerpost.config.secrets.seals.WrappedKey;

@Entity
@Table(name = "provider_key")
class ProviderKeyRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long providerId;
    String keyId;
    byte[] nonce;
    byte[] ciphertext;
    Instant madeAt;
    Instant supersededAt;

    boolean isCurrent() {
        return supersededAt == null;
    }

    WrappedKey toWrappedKey() {
        return new WrappedKey(providerId, keyId, nonce, ciphertext);
    }
}
