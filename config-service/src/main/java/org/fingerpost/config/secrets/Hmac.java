package org.fingerpost.config.secrets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256, and keys derived by it: one label a use, so that no use tells of another. */
final class Hmac {
    private static final String NAME = "HmacSHA256";

    private Hmac() {}

    static SecretKeySpec key(byte[] bytes) {
        return new SecretKeySpec(bytes, NAME);
    }

    static byte[] derived(SecretKeySpec root, String label) {
        return of(root, label.getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] of(SecretKeySpec key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(NAME);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
