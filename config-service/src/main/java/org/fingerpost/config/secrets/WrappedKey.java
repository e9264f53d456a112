package org.fingerpost.config.secrets;

/**
 * A provider's key under the master key: worth nothing to whoever lacks that. Bound to provider and
 * key id, so that one provider's key cannot be put in another's place.
 */
public record WrappedKey(long provider, String keyId, byte[] nonce, byte[] ciphertext) {

    /** The state record's key, which is also what the wrapping is bound to. */
    public static String context(long provider, String keyId) {
        return "provider-key/" + provider + "/" + keyId;
    }

    String context() {
        return context(provider, keyId);
    }

    @Override
    public String toString() {
        return "WrappedKey[" + context() + "]";
    }
}
