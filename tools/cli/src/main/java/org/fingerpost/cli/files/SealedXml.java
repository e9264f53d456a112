package org.fingerpost.cli.files;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A sealed XML file: AES-256-CBC as OpenSSL's {@code enc} writes it.
 *
 * <pre>
 *  0  "Salted__"   } both missing when the writer used no salt
 *  8  salt, 8 bytes}
 * 16  cipher text, PKCS#7 padded
 * </pre>
 *
 * Key (32 bytes) and IV (16) are the first 48 bytes of D1 D2 …, D(n) = digest(D(n-1) password
 * salt), OpenSSL's EVP_BytesToKey with one round.
 */
final class SealedXml {
    static final String PHONES_DIGEST = "MD5";

    private static final byte[] MAGIC = "Salted__".getBytes(US_ASCII);
    private static final byte[] MAGIC_IN_BASE64 = "U2FsdGVkX1".getBytes(US_ASCII);
    private static final int BLOCK = 16;
    private static final int KEY = 32;

    private SealedXml() {}

    static boolean looksLikeBase64(byte[] file) {
        return startsWith(file, MAGIC_IN_BASE64);
    }

    /** The plain document, or nothing if it does not open. Wrong keys pass once in 256 times. */
    static Optional<byte[]> open(byte[] file, String password, String digest) {
        var salted = startsWith(file, MAGIC) && file.length >= BLOCK;
        var start = salted ? BLOCK : 0;
        if (file.length == start || (file.length - start) % BLOCK != 0) {
            return Optional.empty();
        }
        var salt = salted ? Arrays.copyOfRange(file, MAGIC.length, BLOCK) : new byte[0];
        try {
            var keyAndIv =
                    derive(password.getBytes(UTF_8), salt, MessageDigest.getInstance(digest));
            var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(keyAndIv, 0, KEY, "AES"),
                    new IvParameterSpec(keyAndIv, KEY, BLOCK));
            return Optional.of(cipher.doFinal(file, start, file.length - start));
        } catch (GeneralSecurityException wrongKey) {
            return Optional.empty();
        }
    }

    private static byte[] derive(byte[] password, byte[] salt, MessageDigest digest) {
        var derived = new byte[KEY + BLOCK];
        var last = new byte[0];
        for (var filled = 0; filled < derived.length; filled += last.length) {
            digest.update(last);
            digest.update(password);
            digest.update(salt);
            last = digest.digest();
            System.arraycopy(
                    last, 0, derived, filled, Math.min(last.length, derived.length - filled));
        }
        return derived;
    }

    private static boolean startsWith(byte[] file, byte[] start) {
        return file.length >= start.length
                && Arrays.equals(file, 0, start.length, start, 0, start.length);
    }
}
