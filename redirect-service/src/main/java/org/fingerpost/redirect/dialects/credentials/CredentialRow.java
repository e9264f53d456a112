package org.fingerpost.redirect.dialects.credentials;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.fingerpost.redirect.secrets.SealedText;

@Entity
@Table(name = "dialect_credential")
class CredentialRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long providerId;
    String dialect;
    String name;
    Long targetServerId;
    String keyId;
    byte[] nonce;
    byte[] ciphertext;
    byte[] digest;
    Instant madeAt;
    Instant secretMadeAt;

    void seal(SealedText box) {
        keyId = box.keyId();
        nonce = box.nonce();
        ciphertext = box.ciphertext();
    }

    SealedText sealed() {
        return new SealedText(keyId, nonce, ciphertext);
    }

    DialectCredential toCredential() {
        return new DialectCredential(
                id,
                providerId,
                Dialect.of(dialect),
                name,
                Optional.ofNullable(targetServerId),
                madeAt,
                secretMadeAt);
    }
}
