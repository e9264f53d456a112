package org.fingerpost.config.secrets.seals;

/**
 * A provider's key under the master key: worth nothing to whoever lacks that. Bound to provider and
 * key id, so that one provider's key cannot be put in another's place.
 */
public record WrappedKey(long provider, String keyId, byte[] nonce, byte[] ciphertext) {

    private static final String TOKENS = "-tokens";

    /** The name of a provider's first, second, third key. */
    public static String name(long number) {
        return "k" + number;
    }

    /** The name under which the part of a key is kept that tokens are derived from. */
    public static String tokensOf(String keyId) {
        return keyId + TOKENS;
    }

    /** Is it a token key, which nothing is sealed under? */
    public boolean holdsTokens() {
        return keyId.endsWith(TOKENS);
    }

    /** The number in its name, 0 if it has none. */
    public long number() {
        String digits = keyId.substring(1, keyId.length() - (holdsTokens() ? TOKENS.length() : 0));
        return digits.matches("[0-9]{1,9}") ? Long.parseLong(digits) : 0;
    }

    /** The state record's key, which is also what the wrapping is bound to. */
    public static String context(long provider, String keyId) {
        return "provider-key/" + provider + "/" + keyId;
    }

    public String context() {
        return context(provider, keyId);
    }

    @Override
    public String toString() {
        return "WrappedKey[" + context() + "]";
    }
}
