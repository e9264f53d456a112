package org.fingerpost.config.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.fingerpost.formats.mac.MacAddress;

/**
 * One provider's key: 32 random bytes, from which a key for each use is derived by HMAC-SHA256 over
 * a label, so that no use can tell anything about another.
 */
public final class ProviderKey {
    /** The id of a provider's first key; there is no second one before keys are changed. */
    public static final String FIRST = "k1";

    private static final int BYTES = 32;
    private static final int TAG_BYTES = 16;

    private final long provider;
    private final String keyId;
    private final byte[] bytes;
    private final Aead sealing;
    private final SecretKeySpec tokens;
    private final SecretKeySpec tags;

    ProviderKey(long provider, String keyId, byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new UnopenableException("a provider's key has " + BYTES + " bytes");
        }
        this.provider = provider;
        this.keyId = keyId;
        this.bytes = bytes;
        SecretKeySpec root = new SecretKeySpec(bytes, "HmacSHA256");
        this.sealing = new Aead(hmac(root, label("fingerpost/seal-values/v1")));
        this.tokens = derived(root, "fingerpost/device-tokens/v1");
        this.tags = derived(root, "fingerpost/entity-tags/v1");
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

    /** The token by which a device fetches its file; another generation has another token. */
    public DeviceToken token(MacAddress mac, long generation) {
        byte[] subject =
                ByteBuffer.allocate(2 * Long.BYTES).putLong(mac.bits()).putLong(generation).array();
        return DeviceToken.of(hmac(tokens, subject));
    }

    /**
     * The strong entity tag of a file: 128 bits of a keyed hash. A plain hash would let anybody who
     * knows all of a file but its password try passwords at leisure.
     */
    public String entityTag(byte[] file) {
        return HexFormat.of().formatHex(hmac(tags, file), 0, TAG_BYTES);
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

    private static SecretKeySpec derived(SecretKeySpec root, String label) {
        return new SecretKeySpec(hmac(root, label(label)), "HmacSHA256");
    }

    private static byte[] label(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] hmac(SecretKeySpec key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
