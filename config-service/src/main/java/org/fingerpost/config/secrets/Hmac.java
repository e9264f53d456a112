package org.fingerpost.config.secrets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256, and keys derived by it: one label a use, so that no use tells of another. */
final class Hmac {
    private static final String NAME = "HmacSHA256";

    /** Looking one up takes as long as a short message. */
    private static final ThreadLocal<Mac> MACS = ThreadLocal.withInitial(Hmac::find);

    private Hmac() {}

    static SecretKeySpec key(byte[] bytes) {
        return new SecretKeySpec(bytes, NAME);
    }

    static byte[] derived(SecretKeySpec root, String label) {
        return of(root, label.getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] of(SecretKeySpec key, byte[] message) {
        Mac mac = MACS.get();
        try {
            mac.init(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key is made for it", e);
        }
        return mac.doFinal(message);
    }

    private static Mac find() {
        try {
            return Mac.getInstance(NAME);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
