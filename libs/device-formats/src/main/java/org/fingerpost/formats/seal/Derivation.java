package org.fingerpost.formats.seal;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

/** Makes octets for key and IV from passwords and salts, as {@link Sealing} draws it. */
final class Derivation {
    private final MessageDigest digest;
    private final int size;

    Derivation(KeyDigest kind) throws GeneralSecurityException {
        this.digest = MessageDigest.getInstance(kind.algorithm());
        this.size = digest.getDigestLength();
    }

    /** The first so many octets of D(1) D(2) …, and what is left of the last of them. */
    byte[] octets(byte[] password, byte[] salt, int octets) throws GeneralSecurityException {
        var derived = new byte[(octets + size - 1) / size * size];
        // D(n-1) password salt: the first has nothing before it.
        var text = new byte[size + password.length + salt.length];
        System.arraycopy(password, 0, text, size, password.length);
        System.arraycopy(salt, 0, text, size + password.length, salt.length);
        for (int at = 0; at < derived.length; at += size) {
            int from = at == 0 ? size : 0;
            digest.update(text, from, text.length - from);
            digest.digest(derived, at, size);
            System.arraycopy(derived, at, text, 0, size);
        }
        // The JDK's digest forgets what it was given when it is next used, or told to.
        digest.reset();
        Arrays.fill(text, (byte) 0);
        return derived;
    }
}
