package org.fingerpost.config.secrets;

import java.nio.charset.StandardCharsets;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hashes a provider's PINs, so that they can be kept and found and not be read back.
 *
 * <p>The hash is HMAC-SHA256 under a key of its own, derived from the provider's. A plain hash
 * would be no hiding place: there are a hundred million PINs of eight digits, and all of them are
 * hashed in a second. A slow, salted hash would only make it days, and every claim would have to
 * try it on every open PIN. Under the key nobody learns anything from the database who has not the
 * master key, too.
 */
public final class PinKey {
    private static final String LABEL = "fingerpost/pins/v1";

    private final SecretKeySpec key;

    private PinKey(SecretKeySpec key) {
        this.key = key;
    }

    public static PinKey of(ProviderKey provider) {
        return new PinKey(Hmac.key(Hmac.derived(Hmac.key(provider.bytes()), LABEL)));
    }

    /** 32 bytes, the same for the same PIN. */
    public byte[] hash(String pin) {
        return Hmac.of(key, pin.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "PinKey[…]";
    }
}
