package org.fingerpost.redirect.instructions;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.SecureRandom;
import org.fingerpost.formats.mac.MacAddress;

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

    private static final int MAC_BYTES = 6;

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

    /** SipHash-2-4 of the six bytes of the address, which fit into the last block. */
    long hash(MacAddress mac) {
        // Blocks are little-endian, and the address is written big-endian.
        long block = Long.reverseBytes(mac.bits()) >>> Short.SIZE | (long) MAC_BYTES << 56;
        long v0 = k0 ^ 0x736f6d6570736575L;
        long v1 = k1 ^ 0x646f72616e646f6dL;
        long v2 = k0 ^ 0x6c7967656e657261L;
        long v3 = k1 ^ 0x7465646279746573L ^ block;
        for (int round = 0; round < 6; round++) {
            if (round == 2) {
                v0 ^= block;
                v2 ^= 0xff;
            }
            v0 += v1;
            v2 += v3;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 = Long.rotateLeft(v0, 32) + v3;
            v2 += v1;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v2 = Long.rotateLeft(v2, 32);
        }
        return v0 ^ v1 ^ v2 ^ v3;
    }

    @Override
    public String toString() {
        return "SpreadKey[…]";
    }
}
