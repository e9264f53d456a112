package org.fingerpost.formats.cfg;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

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
    private int value;
    private int end;
    private int rest;
    private int nextValue;

    /** From the body's beginning on; both of the vendor's tools may begin it with an ampersand. */
    public CfgPairs(byte[] file) {
        this(file, CfgBinary.HEADER);
    }

    /** From an offset on, at which a pair may begin. */
    public CfgPairs(byte[] file, int from) {
        this.file = file;
        this.text = new String(file, StandardCharsets.ISO_8859_1);
        this.bodyEnd = bodyEnd(file);
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

    /** Where its value begins, behind the equals sign. */
    public int value() {
        return value;
    }

    /** Where its value ends. */
    public int end() {
        return end;
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

    /** Where the value begins if a P-value's name and an equals sign are here; else negative. */
    private int afterName(int at) {
        if (at >= bodyEnd || file[at] != 'P') {
            return -1;
        }
        int i = at + 1;
        while (i < bodyEnd && file[i] >= '0' && file[i] <= '9') {
            i++;
        }
        return i > at + 1 && i < bodyEnd && file[i] == '=' ? i + 1 : -1;
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
