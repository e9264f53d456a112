package org.fingerpost.envelope;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * What an envelope is sealed under. The key comes from it by Argon2id as RFC 9106 recommends it
 * where memory is short: version 1.3, 64 MiB, 3 passes, 4 lanes. Nothing in an envelope changes
 * that, so that no envelope can make its reader work harder.
 */
public final class Passphrase {
    /** Five words, or twelve random letters: what Argon2id makes too long to guess. */
    public static final int SHORTEST = 12;

    private static final int LONGEST = 1_024;
    private static final int MEMORY_KIB = 64 * 1024;
    private static final int PASSES = 3;
    private static final int LANES = 4;
    private static final int KEY_BYTES = 32;

    private final byte[] bytes;

    private Passphrase(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The same letters are the same passphrase, however the keyboard composes them (NFC).
     *
     * @throws IllegalArgumentException with a sentence, if it is too short or too long
     */
    public static Passphrase of(String text) {
        int length = text.codePointCount(0, text.length());
        if (length < SHORTEST || length > LONGEST) {
            throw new IllegalArgumentException(
                    "a passphrase has " + SHORTEST + " to " + LONGEST + " characters");
        }
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return new Passphrase(composed.getBytes(StandardCharsets.UTF_8));
    }

    /** Takes about half a second and 64 MiB. */
    byte[] key(byte[] salt) {
        var generator = new Argon2BytesGenerator();
        generator.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(MEMORY_KIB)
                        .withIterations(PASSES)
                        .withParallelism(LANES)
                        .withSalt(salt)
                        .build());
        byte[] key = new byte[KEY_BYTES];
        generator.generateBytes(Arrays.copyOf(bytes, bytes.length), key);
        return key;
    }

    @Override
    public String toString() {
        return "Passphrase[…]";
    }
}
