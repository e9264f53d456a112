package org.fingerpost.rule;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.fingerpost.formats.mac.MacAddress;

/**
 * Gives each phone its place in one rollout: SipHash-2-4 (Aumasson and Bernstein, 2012) of the MAC
 * address under this key. Phones of one carton lie apart, and another rollout has another order.
 *
 * @param k0 the first eight bytes, big-endian as they are written
 * @param k1 the other eight
 */
public record Salt(long k0, long k1) {
    /** Places are below this: 32 bits of the hash. */
    public static final long PLACES = 1L << 32;

    private static final int DIGITS = 32;
    private static final int MAC_BYTES = 6;
    private static final int ROUNDS_BEFORE_END = 2;
    private static final int ROUNDS = 6;

    public static Salt draw(SecureRandom random) {
        return new Salt(random.nextLong(), random.nextLong());
    }

    /**
     * @param hex as {@link #toString} writes it
     * @throws IllegalArgumentException if there are not 32 hex digits
     */
    public static Salt parse(String hex) {
        if (hex.length() != DIGITS) {
            throw new IllegalArgumentException("a salt has " + DIGITS + " hex digits");
        }
        return new Salt(
                HexFormat.fromHexDigitsToLong(hex, 0, DIGITS / 2),
                HexFormat.fromHexDigitsToLong(hex, DIGITS / 2, DIGITS));
    }

    /** The phone's place: from 0 on, below {@link #PLACES}, each as likely as the other. */
    public long place(MacAddress mac) {
        return hash(mac.bits()) >>> Integer.SIZE;
    }

    /** Of the six bytes of the address, which fit into the last block. */
    long hash(long mac) {
        // Blocks are little-endian, and the address is written big-endian.
        long block = Long.reverseBytes(mac) >>> Short.SIZE | (long) MAC_BYTES << 56;
        long v0 = k0 ^ 0x736f6d6570736575L;
        long v1 = k1 ^ 0x646f72616e646f6dL;
        long v2 = k0 ^ 0x6c7967656e657261L;
        long v3 = k1 ^ 0x7465646279746573L ^ block;
        for (int round = 0; round < ROUNDS; round++) {
            if (round == ROUNDS_BEFORE_END) {
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
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(k0) + hex.toHexDigits(k1);
    }
}
