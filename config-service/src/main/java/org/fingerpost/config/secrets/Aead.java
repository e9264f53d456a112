package org.fingerpost.config.secrets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.fingerpost.config.secrets.seals.UnopenableException;

/**
 * AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce and a 128-bit tag. One key seals some
 * thousands of values of a device and a few devices' changes a second at most: far below the 2^32
 * messages up to which random nonces are safe.
 */
final class Aead {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** Looking one up takes longer than opening a password. */
    private static final ThreadLocal<Cipher> CIPHERS = ThreadLocal.withInitial(Aead::find);

    private final SecretKeySpec key;

    Aead(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    record Box(byte[] nonce, byte[] ciphertext) {}

    Box close(byte[] plain, String context, SecureRandom random) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            return new Box(nonce, cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(plain));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /**
     * @throws UnopenableException if the box was not closed with this key in this context
     */
    byte[] open(byte[] nonce, byte[] ciphertext, String context) {
        if (nonce.length != NONCE_BYTES || ciphertext.length < TAG_BITS / 8) {
            throw new UnopenableException("a sealed value has the wrong form");
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, context).doFinal(ciphertext);
        } catch (AEADBadTagException e) {
            throw new UnopenableException(
                    "a sealed value was sealed with another key, or elsewhere");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    private static Cipher find() {
        try {
            return Cipher.getInstance(CIPHER);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
        Cipher cipher = CIPHERS.get();
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
