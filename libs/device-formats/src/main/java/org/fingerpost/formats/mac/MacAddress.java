package org.fingerpost.formats.mac;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A 48-bit hardware address, ordered as an unsigned number.
 *
 * <pre>
 * mac = 12 hexdigit, any case; between two pairs of digits may stand one separator,
 *       the same ( ":" / "-" / "." ) throughout
 * </pre>
 *
 * <p>So {@code 000b82123456}, {@code 00:0B:82:12:34:56}, {@code 00-0b-82-12-34-56} and {@code
 * 000b.8212.3456} are one address. It is printed as twelve lower-case digits, as phones put it into
 * file names.
 *
 * @param bits the address in the low 48 bits
 */
public record MacAddress(long bits) implements Comparable<MacAddress> {

    public static final MacAddress FIRST = new MacAddress(0);
    public static final MacAddress LAST = new MacAddress(0xffff_ffff_ffffL);

    private static final int DIGITS = 12;
    private static final int LONGEST = DIGITS + DIGITS / 2 - 1;
    private static final String HEX = "0123456789abcdef";

    public MacAddress {
        if (bits >>> 48 != 0) {
            throw new IllegalArgumentException(
                    "a MAC address has 48 bits, this has more: 0x" + Long.toHexString(bits));
        }
    }

    /**
     * The address that the text spells.
     *
     * @throws MacFormatException if it spells none
     */
    public static MacAddress parse(String text) {
        int wrong = firstWrong(text);
        if (wrong >= 0) {
            throw new MacFormatException(text, wrong, why(text, wrong));
        }
        return new MacAddress(digits(text));
    }

    /** The address that the text spells, or nothing: for doors, which must not throw. */
    public static Optional<MacAddress> find(CharSequence text) {
        return firstWrong(text) < 0 ? Optional.of(new MacAddress(digits(text))) : Optional.empty();
    }

    /** True for a group address: no phone has one of its own. */
    public boolean isMulticast() {
        return (bits >>> 40 & 1) != 0;
    }

    public boolean isZero() {
        return bits == 0;
    }

    /**
     * The address after this one.
     *
     * @throws IllegalArgumentException after the last
     */
    public MacAddress next() {
        return plus(1);
    }

    /**
     * The address so many steps further on, or back if negative.
     *
     * @throws IllegalArgumentException if there is none
     */
    public MacAddress plus(long steps) {
        long sum = bits + steps;
        // A sum beyond 63 bits is negative.
        if (sum < 0 || sum > LAST.bits) {
            throw new IllegalArgumentException("no MAC address lies " + steps + " from " + this);
        }
        return new MacAddress(sum);
    }

    @Override
    public int compareTo(MacAddress other) {
        return Long.compare(bits, other.bits);
    }

    @Override
    public String toString() {
        var digits = new byte[DIGITS];
        for (int i = 0; i < DIGITS; i++) {
            digits[i] = (byte) HEX.charAt((int) (bits >>> 4 * (DIGITS - 1 - i) & 0xf));
        }
        return new String(digits, StandardCharsets.ISO_8859_1);
    }

    /** Offset of the first character that cannot belong to an address, -1 if the text is one. */
    private static int firstWrong(CharSequence text) {
        int digits = 0;
        char separator = 0;
        boolean afterSeparator = true;
        int end = Math.min(text.length(), LONGEST + 1);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (isHex(c)) {
                if (++digits > DIGITS) {
                    return i;
                }
                afterSeparator = false;
            } else if (isSeparator(c)) {
                boolean misplaced = afterSeparator || digits % 2 != 0 || digits == DIGITS;
                if (misplaced || (separator != 0 && separator != c)) {
                    return i;
                }
                separator = c;
                afterSeparator = true;
            } else {
                return i;
            }
        }
        return digits == DIGITS ? -1 : end;
    }

    private static String why(CharSequence text, int wrong) {
        if (wrong >= text.length()) {
            return "it ends before the twelfth hexadecimal digit";
        }
        char c = text.charAt(wrong);
        if (isHex(c)) {
            return "there are more than twelve hexadecimal digits";
        }
        return isSeparator(c)
                ? "a separator stands between two pairs of digits, the same one throughout"
                : "neither a hexadecimal digit nor one of : - .";
    }

    private static long digits(CharSequence text) {
        long bits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isHex(c)) {
                bits = bits << 4 | Character.digit(c, 16);
            }
        }
        return bits;
    }

    private static boolean isSeparator(char c) {
        return c == ':' || c == '-' || c == '.';
    }

    /** ASCII only: {@link Character#digit} alone would also take the digits of other scripts. */
    private static boolean isHex(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }
}
