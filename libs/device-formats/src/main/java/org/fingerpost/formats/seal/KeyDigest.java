package org.fingerpost.formats.seal;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/**
 * The digest by which key and IV are made from a password. The file does not tell which it was, so
 * it is said, never guessed. The ids are permanent, and OpenSSL's own.
 */
public enum KeyDigest {
    /** OpenSSL's before version 1.1.0, and the phones'. */
    MD5("md5", "MD5"),

    /** OpenSSL's since version 1.1.0. No phone is known to read it. */
    SHA_256("sha256", "SHA-256");

    private final String id;

    /** The JDK's name. */
    private final String algorithm;

    KeyDigest(String id, String algorithm) {
        this.id = id;
        this.algorithm = algorithm;
    }

    public String id() {
        return id;
    }

    public static Optional<KeyDigest> find(String id) {
        return Arrays.stream(values()).filter(digest -> digest.id.equals(id)).findFirst();
    }

    /** The first so many octets of D(1) D(2) …, as {@link Sealing} draws them. */
    byte[] derive(byte[] password, byte[] salt, int octets) throws GeneralSecurityException {
        var digest = MessageDigest.getInstance(algorithm);
        int size = digest.getDigestLength();
        var derived = new byte[(octets + size - 1) / size * size];
        for (int at = 0; at < derived.length; at += size) {
            if (at > 0) {
                digest.update(derived, at - size, size);
            }
            digest.update(password);
            digest.update(salt);
            digest.digest(derived, at, size);
        }
        return derived;
    }
}
