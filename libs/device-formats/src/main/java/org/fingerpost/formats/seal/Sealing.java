package org.fingerpost.formats.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;

/**
 * AES-256-CBC as {@code openssl enc -aes-256-cbc} writes and reads it.
 *
 * <pre>
 * sealed = [ "Salted__" salt ] ciphertext
 * salt   = 8OCTET
 * ciphertext = 1*( 16OCTET )     ; AES-256-CBC, padded by PKCS #7
 * key iv = the first 32 and the next 16 octets of D(1) D(2) …
 * D(n)   = digest( D(n-1) password salt )    ; EVP_BytesToKey, one round; D(0) is empty
 * </pre>
 *
 * <p>Nothing signs the file: whoever can change it on the way can change what it says. Sources and
 * a worked example: {@code docs/formats/sealing.md}.
 */
public final class Sealing {

    private static final byte[] MAGIC = "Salted__".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD = MAGIC.length + Salt.OCTETS;
    private static final int BLOCK = 16;

    private Sealing() {}

    /** The sealed file; the same key, digest and salt make the same bytes. */
    public static byte[] seal(byte[] plain, ConfigKey key, KeyDigest digest, Salt salt) {
        int head = salt.isNone() ? 0 : HEAD;
        var sealed = new byte[head + (plain.length / BLOCK + 1) * BLOCK];
        if (head > 0) {
            System.arraycopy(MAGIC, 0, sealed, 0, MAGIC.length);
            System.arraycopy(salt.octets(), 0, sealed, MAGIC.length, Salt.OCTETS);
        }
        try {
            Cipher cipher = SealingEngine.here().toSeal(key.octets(), digest, salt);
            int whole = plain.length / BLOCK * BLOCK;
            cipher.update(plain, 0, whole, sealed, head);
            cipher.doFinal(lastBlock(plain, whole), 0, BLOCK, sealed, head + whole);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-256-CBC failed on plain bytes", impossible);
        }
        return sealed;
    }

    /**
     * The plain bytes. A wrong password or digest is nearly always noticed by the padding; about
     * once in 256 times it is not, and noise comes out.
     *
     * @param password any: that of a file from elsewhere need not keep the rules of P1359
     * @throws SealException if the bytes do not open
     */
    public static byte[] open(byte[] sealed, String password, KeyDigest digest) {
        int head = isSalted(sealed) ? HEAD : 0;
        int size = sealed.length - head;
        if (size <= 0 || size % BLOCK != 0) {
            throw new SealException(
                    "not a sealed file, or a part of one: %d bytes of cipher text are no whole number of 16-byte blocks"
                            .formatted(Math.max(size, 0)));
        }
        byte[] octets = password.getBytes(StandardCharsets.UTF_8);
        try {
            return SealingEngine.here()
                    .toOpen(octets, digest, Salt.of(sealed))
                    .doFinal(sealed, head, size);
        } catch (BadPaddingException wrongKey) {
            throw new SealException(
                    "does not open: the password is another, or the key was not derived with %s, or the file is damaged"
                            .formatted(digest.id()),
                    wrongKey);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-256-CBC failed on whole blocks", impossible);
        }
    }

    /**
     * True if the bytes begin as a sealed file with a salt does; without one it looks like noise.
     */
    public static boolean isSalted(byte[] file) {
        return file.length >= HEAD && Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /** What is left of the plain bytes, and as many octets of padding as say how many they are. */
    private static byte[] lastBlock(byte[] plain, int from) {
        byte[] block = Arrays.copyOfRange(plain, from, from + BLOCK);
        int left = plain.length - from;
        Arrays.fill(block, left, BLOCK, (byte) (BLOCK - left));
        return block;
    }
}
