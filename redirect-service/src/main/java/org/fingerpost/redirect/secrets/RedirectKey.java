package org.fingerpost.redirect.secrets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.fingerpost.formats.pvalue.Setting;

/**
 * The key under which the secrets of target servers are sealed, with AES-256-GCM (NIST SP 800-38D),
 * a random 96-bit nonce and a 128-bit tag. It is a file at every redirect door and nowhere else,
 * and it is not the master key: these doors stand farthest outside, and whoever takes one must not
 * be able to open what config-service keeps.
 */
public final class RedirectKey {
    private static final String SETTING = "fingerpost.redirect.key-file";
    private static final int DIGITS = 64;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int ID_BYTES = 4;

    private final SecretKeySpec key;
    private final String id;

    private RedirectKey(byte[] bytes) {
        this.key = new SecretKeySpec(hmac(bytes, "fingerpost/redirect/seal-settings/v1"), "AES");
        this.id =
                HexFormat.of().formatHex(hmac(bytes, "fingerpost/redirect/key-id/v1"), 0, ID_BYTES);
    }

    /**
     * The key from a file of 64 hex digits (32 random bytes).
     *
     * @throws IllegalStateException with a sentence that does not quote the file, if it holds none
     */
    public static RedirectKey read(Path file) {
        String text;
        try {
            text = Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalStateException(SETTING + ": cannot read " + file, e);
        }
        try {
            if (text.length() == DIGITS) {
                return new RedirectKey(HexFormat.of().parseHex(text));
            }
        } catch (IllegalArgumentException e) {
            // Its message quotes the text, which may be most of a key.
        }
        throw new IllegalStateException(
                SETTING + ": " + file + " must hold " + DIGITS + " hex digits (32 random bytes)");
    }

    /** The setting, sealed so that it opens for this target server only. */
    public StoredSetting.Sealed seal(Setting setting, long targetServer, SecureRandom random) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] plain = setting.value().getBytes(StandardCharsets.UTF_8);
        try {
            byte[] box =
                    cipher(
                                    Cipher.ENCRYPT_MODE,
                                    nonce,
                                    context(setting.p().toString(), targetServer))
                            .doFinal(plain);
            return new StoredSetting.Sealed(setting.p(), id, nonce, box);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /** The setting in clear; nothing if it was sealed under another key or for another server. */
    public Optional<Setting> open(StoredSetting.Sealed sealed, long targetServer) {
        if (!sealed.keyId().equals(id) || sealed.nonce().length != NONCE_BYTES) {
            return Optional.empty();
        }
        try {
            byte[] plain =
                    cipher(
                                    Cipher.DECRYPT_MODE,
                                    sealed.nonce(),
                                    context(sealed.p().toString(), targetServer))
                            .doFinal(sealed.ciphertext());
            return Optional.of(new Setting(sealed.p(), new String(plain, StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "RedirectKey[" + id + "]";
    }

    private static String context(String p, long targetServer) {
        return "target/" + targetServer + "|" + p;
    }

    private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] hmac(byte[] key, String label) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(label.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
