package org.fingerpost.formats.seal;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The JDK's cipher and digests, since they use the processor's own instructions. Each thread keeps
 * its own: to look them up anew for each file made sealing a redirection a fifth slower.
 *
 * <p>With the cipher stays the key of the last file, until the next: a process that seals has its
 * passwords in memory anyway. What is made here on the way to a key is wiped.
 */
final class SealingEngine {
    private static final int BLOCK = 16;
    private static final int KEY = 32;

    private static final ThreadLocal<SealingEngine> HERE =
            ThreadLocal.withInitial(SealingEngine::new);

    private final Map<KeyDigest, Derivation> derivations = new EnumMap<>(KeyDigest.class);

    private final Salts salts;

    /** What needs no padding the JDK encrypts where it stands, without a copy. */
    private final Cipher sealing;

    private final Cipher opening;

    private SealingEngine() {
        try {
            for (KeyDigest digest : KeyDigest.values()) {
                derivations.put(digest, new Derivation(digest));
            }
            salts = new Salts();
            sealing = Cipher.getInstance("AES/CBC/NoPadding");
            opening = Cipher.getInstance("AES/CBC/PKCS5Padding");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(
                    "this JDK has no AES-256-CBC, digest or random bits", impossible);
        }
    }

    static SealingEngine here() {
        return HERE.get();
    }

    Salts salts() {
        return salts;
    }

    /** For whole blocks, until the next call on this thread. */
    Cipher toSeal(byte[] password, KeyDigest digest, Salt salt) throws GeneralSecurityException {
        return ready(sealing, Cipher.ENCRYPT_MODE, password, digest, salt);
    }

    /** Takes the padding away; until the next call on this thread. */
    Cipher toOpen(byte[] password, KeyDigest digest, Salt salt) throws GeneralSecurityException {
        return ready(opening, Cipher.DECRYPT_MODE, password, digest, salt);
    }

    private Cipher ready(Cipher cipher, int mode, byte[] password, KeyDigest digest, Salt salt)
            throws GeneralSecurityException {
        byte[] derived = derivations.get(digest).octets(password, salt.octets(), KEY + BLOCK);
        cipher.init(
                mode,
                new SecretKeySpec(derived, 0, KEY, "AES"),
                new IvParameterSpec(derived, KEY, BLOCK));
        Arrays.fill(derived, (byte) 0);
        return cipher;
    }
}
