package org.fingerpost.rule;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.mac.SipHash;

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
        return hash(mac) >>> Integer.SIZE;
    }

    long hash(MacAddress mac) {
        return SipHash.of(k0, k1, mac);
    }

    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(k0) + hex.toHexDigits(k1);
    }
}
