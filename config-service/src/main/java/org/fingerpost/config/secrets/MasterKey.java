package org.fingerpost.config.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.fingerpost.config.secrets.seals.UnopenableException;
import org.fingerpost.config.secrets.seals.WrappedKey;

/**
 * The keys that every provider's key is wrapped under: the current one, and older ones that still
 * open. They are a file at every door and nowhere else: neither in the database nor in Kafka.
 *
 * <p>To change it: write the new key into the second line at every door and start the doors anew;
 * then into the first line, and start anew, and the control plane wraps all keys under it; then
 * take the old line away.
 */
public final class MasterKey {
    private static final String SETTING = "fingerpost.master-key-file";
    private static final int DIGITS = 64;

    /** The current one first. */
    private final List<Aead> keys;

    private MasterKey(List<Aead> keys) {
        this.keys = keys;
    }

    /**
     * The keys from a file of 64 hex digits (32 random bytes) a line, the current one first.
     *
     * @throws IllegalStateException with a sentence that does not quote the file, if it holds none,
     *     or anything else
     */
    public static MasterKey read(Path file) {
        List<String> lines;
        try {
            lines = Files.readString(file).lines().map(String::strip).toList();
        } catch (IOException e) {
            throw new IllegalStateException(SETTING + ": cannot read " + file, e);
        }
        try {
            List<Aead> keys =
                    lines.stream().filter(line -> !line.isEmpty()).map(MasterKey::key).toList();
            if (!keys.isEmpty()) {
                return new MasterKey(keys);
            }
        } catch (IllegalArgumentException e) {
            // Its message quotes the text, which may be most of a key.
        }
        throw new IllegalStateException(
                SETTING
                        + ": "
                        + file
                        + " must hold "
                        + DIGITS
                        + " hex digits (32 random bytes) a line, the current key first");
    }

    private static Aead key(String line) {
        if (line.length() != DIGITS) {
            throw new IllegalArgumentException("too long or too short");
        }
        return new Aead(HexFormat.of().parseHex(line));
    }

    /** A provider's key in the form that may be stored and sent. */
    public WrappedKey wrap(ProviderKey key, SecureRandom random) {
        return wrap(key.provider(), key.keyId(), key.bytes(), random);
    }

    /** The part of a provider's key that outlives it, likewise. */
    public WrappedKey wrapTokens(ProviderKey key, SecureRandom random) {
        String name = WrappedKey.tokensOf(key.keyId());
        return wrap(key.provider(), name, key.tokens().bytes(), random);
    }

    private WrappedKey wrap(long provider, String keyId, byte[] bytes, SecureRandom random) {
        Aead.Box box = keys.getFirst().close(bytes, WrappedKey.context(provider, keyId), random);
        return new WrappedKey(provider, keyId, box.nonce(), box.ciphertext());
    }

    /**
     * @throws UnopenableException if the key was wrapped under another master key, or is another
     *     provider's
     */
    public ProviderKey unwrap(WrappedKey wrapped) {
        return new ProviderKey(wrapped.provider(), wrapped.keyId(), bytes(wrapped));
    }

    /**
     * @throws UnopenableException as {@link #unwrap}
     */
    public TokenKey unwrapTokens(WrappedKey wrapped) {
        return new TokenKey(bytes(wrapped));
    }

    /** Is it wrapped under the current key? */
    public boolean isCurrent(WrappedKey wrapped) {
        return opened(keys.getFirst(), wrapped).isPresent();
    }

    /**
     * The same under the current key.
     *
     * @throws UnopenableException as {@link #unwrap}
     */
    public WrappedKey rewrap(WrappedKey wrapped, SecureRandom random) {
        return wrap(wrapped.provider(), wrapped.keyId(), bytes(wrapped), random);
    }

    private byte[] bytes(WrappedKey wrapped) {
        return keys.stream()
                .flatMap(key -> opened(key, wrapped).stream())
                .findFirst()
                .orElseThrow(() ->
                        new UnopenableException("a key was wrapped under another, or elsewhere"));
    }

    private static Optional<byte[]> opened(Aead key, WrappedKey wrapped) {
        try {
            return Optional.of(key.open(wrapped.nonce(), wrapped.ciphertext(), wrapped.context()));
        } catch (UnopenableException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "MasterKey[…]";
    }
}
