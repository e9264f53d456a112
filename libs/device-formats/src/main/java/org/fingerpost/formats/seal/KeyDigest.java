package org.fingerpost.formats.seal;

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

    /** The JDK's name. */
    String algorithm() {
        return algorithm;
    }
}
