package org.fingerpost.envelope;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The beginning of an envelope, and the ciphers that it leads to.
 *
 * <pre>
 * envelope = magic variant salt prefix *full last
 * magic    = "FPSEALED"
 * variant  = %x01              ; permanent: Argon2id and AES-256-GCM as said here
 * salt     = 16OCTET           ; of Argon2id, see {@link Passphrase}
 * prefix   = 7OCTET            ; random; begins each nonce
 * full     = 65536OCTET tag    ; AES-256-GCM of 65536 octets
 * last     = *65536OCTET tag   ; of the rest, which may be nothing
 * tag      = 16OCTET
 * nonce    = prefix counter flag
 * counter  = 4OCTET            ; of the chunk, from 0, big-endian
 * flag     = %x00 / %x01       ; 01 in the last chunk
 * </pre>
 *
 * <p>The additional data of each chunk is everything before the first. So a chunk that is missing,
 * moved, doubled or taken from another envelope does not open, nor does the one before a cut
 * (STREAM: Hoang, Reyhanitabar, Rogaway and Vizár, 2015).
 */
final class EnvelopeHead {
    static final int CHUNK = 65_536;
    static final int TAG = 16;

    private static final byte[] MAGIC = "FPSEALED".getBytes(StandardCharsets.US_ASCII);
    private static final byte VARIANT = 1;
    private static final int SALT = 16;
    private static final int PREFIX = 7;
    private static final int LENGTH = 8 + 1 + SALT + PREFIX;

    private final byte[] bytes;
    private final SecretKeySpec key;

    private EnvelopeHead(byte[] bytes, Passphrase passphrase) {
        this.bytes = bytes;
        byte[] salt = Arrays.copyOfRange(bytes, MAGIC.length + 1, MAGIC.length + 1 + SALT);
        this.key = new SecretKeySpec(passphrase.key(salt), "AES");
    }

    static EnvelopeHead make(Passphrase passphrase, SecureRandom random) {
        byte[] drawn = new byte[SALT + PREFIX];
        random.nextBytes(drawn);
        byte[] bytes = ByteBuffer.allocate(LENGTH).put(MAGIC).put(VARIANT).put(drawn).array();
        return new EnvelopeHead(bytes, passphrase);
    }

    /**
     * @throws EnvelopeException if no envelope that is known here begins so
     */
    static EnvelopeHead read(InputStream in, Passphrase passphrase) throws IOException {
        byte[] bytes = in.readNBytes(LENGTH);
        if (bytes.length < LENGTH
                || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new EnvelopeException("this is no sealed archive");
        }
        if (bytes[MAGIC.length] != VARIANT) {
            throw new EnvelopeException("a sealed archive of a kind that is not known here");
        }
        return new EnvelopeHead(bytes, passphrase);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** The cipher of one chunk. */
    Cipher cipher(int mode, int counter, boolean last) {
        byte[] nonce =
                ByteBuffer.allocate(PREFIX + Integer.BYTES + 1)
                        .put(bytes, LENGTH - PREFIX, PREFIX)
                        .putInt(counter)
                        .put((byte) (last ? 1 : 0))
                        .array();
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
            cipher.updateAAD(bytes);
            return cipher;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has AES-GCM", impossible);
        }
    }
}
