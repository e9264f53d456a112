package org.fingerpost.config.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The key that every provider's key is wrapped under. It is a file at every door and nowhere else:
 * neither in the database nor in Kafka.
 */
public final class MasterKey {
    private static final String SETTING = "fingerpost.master-key-file";
    private static final int DIGITS = 64;

    private final Aead aead;

    private MasterKey(byte[] bytes) {
        this.aead = new Aead(bytes);
    }

    /**
     * The key from a file of 64 hex digits (32 random bytes).
     *
     * @throws IllegalStateException with a sentence that does not quote the file, if it holds none
     */
    public static MasterKey read(Path file) {
        String text;
        try {
            text = Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalStateException(SETTING + ": cannot read " + file, e);
        }
        try {
            if (text.length() == DIGITS) {
                return new MasterKey(HexFormat.of().parseHex(text));
            }
        } catch (IllegalArgumentException e) {
            // Its message quotes the text, which may be most of a key.
        }
        throw new IllegalStateException(
                SETTING + ": " + file + " must hold " + DIGITS + " hex digits (32 random bytes)");
    }

    /** A provider's key in the form that may be stored and sent. */
    public WrappedKey wrap(ProviderKey key, SecureRandom random) {
        Aead.Box box =
                aead.close(key.bytes(), WrappedKey.context(key.provider(), key.keyId()), random);
        return new WrappedKey(key.provider(), key.keyId(), box.nonce(), box.ciphertext());
    }

    /**
     * @throws UnopenableException if the key was wrapped under another master key, or is another
     *     provider's
     */
    public ProviderKey unwrap(WrappedKey wrapped) {
        byte[] bytes = aead.open(wrapped.nonce(), wrapped.ciphertext(), wrapped.context());
        return new ProviderKey(wrapped.provider(), wrapped.keyId(), bytes);
    }

    @Override
    public String toString() {
        return "MasterKey[…]";
    }
}
