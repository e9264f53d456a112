package org.fingerpost.formats.cfg;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.fingerpost.formats.pvalue.PValue;

/**
 * The pairs of a body, one after the other, for whoever reads sound files and for whoever looks for
 * faults. An ampersand that neither a P-value nor gnkey follows belongs to the value before it.
 */
public final class CfgPairs {

    private static final byte[] KEY = "gnkey=".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_PADDING = 3;

    private final byte[] file;
    private final int bodyEnd;

    /** The file, one character an octet: a string is searched faster than an array. */
    private final String text;

    private int name;
    private int number;
    private int value;
    private int end;
    private int rest;
    private int nextNumber;
    private int nextValue;

    /** From the body's beginning on; both of the vendor's tools may begin it with an ampersand. */
    public CfgPairs(byte[] file) {
        this.file = file;
        this.text = new String(file, StandardCharsets.ISO_8859_1);
        this.bodyEnd = bodyEnd(file);
        resume(CfgBinary.HEADER);
    }

    /** Goes on from an offset at which a pair may begin. */
    public void resume(int from) {
        rest = Math.min(from, bodyEnd);
        while (rest < bodyEnd && file[rest] == '&') {
            rest++;
        }
        nextValue = afterName(rest);
    }

    /** Moves to the next pair; false if no P-value with an equals sign is where it should begin. */
    public boolean next() {
        if (nextValue < 0) {
            return false;
        }
        name = rest;
        number = nextNumber;
        value = nextValue;
        end = indexOf('&', value);
        nextValue = afterName(end + 1);
        while (nextValue < 0 && end < bodyEnd && !keyBegins(end + 1)) {
            end = indexOf('&', end + 1);
            nextValue = afterName(end + 1);
        }
        rest = Math.min(end + 1, bodyEnd);
        return true;
    }

    /** Where the pair's P is. */
    public int name() {
        return name;
    }

    /** The P-value's number; negative if it has leading zeros or more digits than any P-value. */
    public int number() {
        return number;
    }

    /** Where its value begins, behind the equals sign. */
    public int value() {
        return value;
    }

    /** Where its value ends. */
    public int end() {
        return end;
    }

    /** True if the octet is somewhere in the pair's value. */
    boolean valueHas(char octet) {
        return text.indexOf(octet, value, end) >= 0;
    }

    /** Behind the last pair: gnkey, or what is no pair, or the end of the body. */
    public int rest() {
        return rest;
    }

    /** True if gnkey is behind the last pair. */
    public boolean restIsKey() {
        return keyBegins(rest);
    }

    /** Where the value of gnkey begins, if it is behind the last pair. */
    public int keyValue() {
        return rest + KEY.length;
    }

    /** Where the padding begins: three NULs are the most that any encoder adds. */
    public int bodyEnd() {
        return bodyEnd;
    }

    private static int bodyEnd(byte[] file) {
        int end = file.length;
        while (end > CfgBinary.HEADER && file.length - end < MOST_PADDING && file[end - 1] == 0) {
            end--;
        }
        return end;
    }

    /**
     * Where the value begins if a P-value's name and an equals sign are here, and then its number
     * is the next; else negative.
     */
    private int afterName(int at) {
        if (at >= bodyEnd || file[at] != 'P') {
            return -1;
        }
        int i = at + 1;
        int read = 0;
        while (i < bodyEnd && file[i] >= '0' && file[i] <= '9') {
            // May overflow, and then there are too many digits.
            read = 10 * read + file[i] - '0';
            i++;
        }
        int digits = i - at - 1;
        if (digits == 0 || i == bodyEnd || file[i] != '=') {
            return -1;
        }
        boolean plain = digits <= PValue.DIGITS && (digits == 1 || file[at + 1] != '0');
        nextNumber = plain ? read : -1;
        return i + 1;
    }

    private boolean keyBegins(int at) {
        return at + KEY.length <= bodyEnd
                && Arrays.equals(file, at, at + KEY.length, KEY, 0, KEY.length);
    }

    private int indexOf(char octet, int from) {
        int at = from < bodyEnd ? text.indexOf(octet, from, bodyEnd) : -1;
        return at < 0 ? bodyEnd : at;
    }
}
