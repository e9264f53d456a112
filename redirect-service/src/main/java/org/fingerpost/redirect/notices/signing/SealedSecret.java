package org.fingerpost.redirect.notices.signing;

/** A webhook's secret as the database has it. */
public record SealedSecret(byte[] nonce, byte[] ciphertext) {
    @Override
    public String toString() {
        return "SealedSecret[…]";
    }
}
