package org.fingerpost.redirect.secrets;

/** A text sealed under the redirect key, as the database has it. */
public record SealedText(String keyId, byte[] nonce, byte[] ciphertext) {
    @Override
    public String toString() {
        return "SealedText[…]";
    }
}
