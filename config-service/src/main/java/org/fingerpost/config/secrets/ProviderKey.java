package org.fingerpost.config.secrets;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import javax.crypto.spec.SecretKeySpec;
import org.fingerpost.config.secrets.seals.Place;
import org.fingerpost.config.secrets.seals.Sealed;
import org.fingerpost.config.secrets.seals.UnopenableException;

/**
 * One provider's key: 32 random bytes, from which a key for each use is derived by HMAC-SHA256 over
 * a label, so that no use can tell anything about another.
 */
public final class ProviderKey {
    /** The id of a provider's first key. */
    public static final String FIRST = "k1";

    private static final int BYTES = 32;

    private final long provider;
    private final String keyId;
    private final byte[] bytes;
    private final Aead sealing;
    private final TokenKey tokens;

    ProviderKey(long provider, String keyId, byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new UnopenableException("a provider's key has " + BYTES + " bytes");
        }
        this.provider = provider;
        this.keyId = keyId;
        this.bytes = bytes;
        SecretKeySpec root = Hmac.key(bytes);
        this.sealing = new Aead(Hmac.derived(root, "fingerpost/seal-values/v1"));
        this.tokens = new TokenKey(Hmac.derived(root, "fingerpost/device-tokens/v1"));
    }

    /** A new key. */
    public static ProviderKey make(long provider, String keyId, SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new ProviderKey(provider, keyId, bytes);
    }

    public long provider() {
        return provider;
    }

    public String keyId() {
        return keyId;
    }

    /** The value, sealed so that it opens in this place only. */
    public Sealed seal(Place place, String value, SecureRandom random) {
        byte[] plain = value.getBytes(StandardCharsets.UTF_8);
        Aead.Box box = sealing.close(plain, mine(place).context(), random);
        return new Sealed(keyId, box.nonce(), box.ciphertext());
    }

    /**
     * @throws UnopenableException if it was sealed with another key or in another place
     */
    public String open(Place place, Sealed sealed) {
        if (!sealed.keyId().equals(keyId)) {
            throw new UnopenableException("sealed with key " + sealed.keyId() + ", not " + keyId);
        }
        byte[] plain = sealing.open(sealed.nonce(), sealed.ciphertext(), mine(place).context());
        return new String(plain, StandardCharsets.UTF_8);
    }

    /** The key that devices' tokens and passwords and the tags of their files are derived from. */
    public TokenKey tokens() {
        return tokens;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "ProviderKey[" + provider + "/" + keyId + "]";
    }

    private Place mine(Place place) {
        if (place.provider() != provider) {
            throw new UnopenableException("a place of another provider's");
        }
        return place;
    }
}
