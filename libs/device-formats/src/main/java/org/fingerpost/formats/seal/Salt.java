package org.fingerpost.formats.seal;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Eight octets that make two files under one password differ, or none of them. Not a secret: it
 * stands at the head of the file.
 */
public final class Salt {

    static final int OCTETS = 8;

    private static final Pattern DIGITS = Pattern.compile("[0-9A-Fa-f]{16}");

    private static final Salt NONE = new Salt(new byte[0]);

    private final byte[] octets;

    Salt(byte[] octets) {
        this.octets = octets;
    }

    /** Another one at each call, from the system's {@link java.security.SecureRandom}. */
    public static Salt random() {
        return SealingEngine.here().salts().next();
    }

    /** For phones that are told to expect none, and for comparison: equal files look equal. */
    public static Salt none() {
        return NONE;
    }

    /**
     * The salt that sixteen hexadecimal digits spell.
     *
     * @throws SealException if they do not
     */
    public static Salt parse(String hex) {
        if (!DIGITS.matcher(hex).matches()) {
            throw new SealException("a salt is sixteen hexadecimal digits");
        }
        return new Salt(HexFormat.of().parseHex(hex));
    }

    /** The salt in the head of a sealed file; none if it has no head. */
    static Salt of(byte[] sealed) {
        return Sealing.isSalted(sealed)
                ? new Salt(Arrays.copyOfRange(sealed, OCTETS, 2 * OCTETS))
                : NONE;
    }

    boolean isNone() {
        return octets.length == 0;
    }

    byte[] octets() {
        return octets;
    }

    @Override
    public String toString() {
        return isNone() ? "none" : HexFormat.of().formatHex(octets);
    }
}
