package org.fingerpost.formats.mac;

/**
 * SipHash-2-4 (Aumasson and Bernstein, 2012) of a MAC address. Without the key nobody can choose
 * addresses that fall together, and those of one carton lie apart.
 */
public final class SipHash {
    private static final int MAC_BYTES = 6;
    private static final int ROUNDS_BEFORE_END = 2;
    private static final int ROUNDS = 6;

    private SipHash() {}

    /**
     * Of the six bytes of the address, which fit into the last block.
     *
     * @param k0 the key's first eight bytes, read as little-endian
     * @param k1 the other eight
     */
    public static long of(long k0, long k1, MacAddress mac) {
        // Blocks are little-endian, and the address is written big-endian.
        long block = Long.reverseBytes(mac.bits()) >>> Short.SIZE | (long) MAC_BYTES << 56;
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
}
