package org.fingerpost.redirect.instructions;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.SecureRandom;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.mac.SipHash;

/**
 * A target server's own key for spreading phones: SipHash-2-4 (Aumasson and Bernstein, 2012) of the
 * MAC address. Without the key nobody can choose addresses that fall together; MAC addresses that
 * follow each other, as those of one carton do, lie apart.
 *
 * @param k0 the first eight bytes, little-endian
 * @param k1 the other eight
 */
public record SpreadKey(long k0, long k1) {
    public static final int BYTES = 16;

    /** For target servers that spread nothing. */
    public static final SpreadKey NONE = new SpreadKey(0, 0);

    public static SpreadKey draw(SecureRandom random) {
        return new SpreadKey(random.nextLong(), random.nextLong());
    }

    /**
     * @throws IllegalArgumentException if there are not 16 bytes
     */
    public static SpreadKey of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a spread key has " + BYTES + " bytes");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return new SpreadKey(buffer.getLong(), buffer.getLong());
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(k0)
                .putLong(k1)
                .array();
    }

    /**
     * A number from 0 to {@code bound - 1}, each as likely as the other: the hash as a fraction of
     * the bound.
     */
    int draw(MacAddress mac, int bound) {
        return (int) Math.unsignedMultiplyHigh(hash(mac), bound);
    }

    long hash(MacAddress mac) {
        return SipHash.of(k0, k1, mac);
    }

    @Override
    public String toString() {
        return "SpreadKey[…]";
    }
}
