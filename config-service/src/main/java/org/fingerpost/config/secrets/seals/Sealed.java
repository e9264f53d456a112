package org.fingerpost.config.secrets.seals;

/**
 * A secret value as it is stored and sent: AES-256-GCM under a provider's key, bound to its {@link
 * Place}.
 *
 * @param nonce 96 random bits
 */
public record Sealed(String keyId, byte[] nonce, byte[] ciphertext) {
    @Override
    public String toString() {
        return "Sealed[" + keyId + "]";
    }
}
