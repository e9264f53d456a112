package org.fingerpost.formats.seal;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.MD5Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;

/**
 * The digest by which key and IV are made from a password. The file does not tell which it was, so
 * it is said, never guessed. The ids are permanent, and OpenSSL's own.
 */
public enum KeyDigest {
    /** OpenSSL's before version 1.1.0, and the phones'. */
    MD5("md5", MD5Digest::new),

    /** OpenSSL's since version 1.1.0. No phone is known to read it. */
    SHA_256("sha256", SHA256Digest::new);

    private final String id;
    private final Supplier<Digest> made;

    KeyDigest(String id, Supplier<Digest> made) {
        this.id = id;
        this.made = made;
    }

    public String id() {
        return id;
    }

    public static Optional<KeyDigest> find(String id) {
        return Arrays.stream(values()).filter(digest -> digest.id.equals(id)).findFirst();
    }

    Digest digest() {
        return made.get();
    }
}
