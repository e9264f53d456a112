package org.fingerpost.config.secrets;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;
import org.fingerpost.config.secrets.seals.UnopenableException;
import org.fingerpost.formats.mac.MacAddress;

/**
 * What a provider's devices prove themselves with is derived from this key, and so are the entity
 * tags of their files. It is derived from a provider's key itself and tells nothing about that, so
 * that it can be kept when nothing is sealed under that key any more, and the tokens that are out
 * still hold.
 */
public final class TokenKey {
    private static final int TAG_BYTES = 16;

    private static final int BYTES = 32;

    private final byte[] bytes;
    private final SecretKeySpec tokens;
    private final SecretKeySpec passwords;
    private final SecretKeySpec tags;

    TokenKey(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new UnopenableException("a token key has " + BYTES + " bytes");
        }
        this.bytes = bytes;
        this.tokens = Hmac.key(bytes);
        this.passwords = Hmac.key(Hmac.derived(tokens, "fingerpost/device-passwords/v1"));
        this.tags = Hmac.key(Hmac.derived(tokens, "fingerpost/entity-tags/v1"));
    }

    /** The token by which a device fetches its file; another generation has another token. */
    public DeviceToken token(MacAddress mac, long generation) {
        return new DeviceToken(Letters.of(Hmac.of(tokens, subject(mac, generation))));
    }

    /** The login of a device whose provider has set none. */
    public DeviceLogin login(MacAddress mac, long generation) {
        String password = Letters.of(Hmac.of(passwords, subject(mac, generation)));
        return new DeviceLogin(mac.toString(), password);
    }

    /**
     * The strong entity tag of a file: 128 bits of a keyed hash. A plain hash would let anybody who
     * knows all of a file but its password try passwords at leisure.
     */
    public String entityTag(byte[] file) {
        return HexFormat.of().formatHex(Hmac.of(tags, file), 0, TAG_BYTES);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "TokenKey[…]";
    }

    private static byte[] subject(MacAddress mac, long generation) {
        return ByteBuffer.allocate(2 * Long.BYTES).putLong(mac.bits()).putLong(generation).array();
    }
}
