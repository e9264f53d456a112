package org.fingerpost.redirect.routes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the one form in which ranges are written by us, many times faster than a parser of all
 * JSON: a door reads a million of them before it opens.
 *
 * <pre>
 * record = "{" member *( "," member ) "}"
 * member = %x22 name %x22 ":" ( 1*18DIGIT / %x22 text %x22 )
 * name, text = *( printable ASCII but %x22 and "\" )
 * </pre>
 *
 * <p>No space, no escape, no list. Whatever is written otherwise is not refused but left to the
 * parser of all JSON.
 */
final class RangeReader {
    private static final byte[] ID = word("id");
    private static final byte[] TARGET = word("target");
    private static final byte[] FIRST = word("first");
    private static final byte[] LAST = word("last");
    private static final byte[] STATE = word("state");
    private static final byte[] PILOT_MACS = word("pilotMacs");
    private static final byte[] ACTIVE = word("active");

    private static final int MAC_DIGITS = 12;
    private static final int MOST_DIGITS = 18;

    private final byte[] in;
    private int at;

    private long id = -1;
    private long first = -1;
    private long last = -1;
    private long target = -1;
    private String state = "";

    RangeReader(byte[] in) {
        this.in = in;
    }

    /** False if it is not of this form, or says less than a range has to. */
    boolean reads() {
        if (!next('{')) {
            return false;
        }
        do {
            if (!member()) {
                return false;
            }
        } while (next(','));
        return next('}') && at == in.length && isComplete();
    }

    /** What was read. */
    RangeState range() {
        return new RangeState(id, first, last, target, state, RangeState.NO_PILOTS);
    }

    private boolean isComplete() {
        return id >= 0 && first >= 0 && last >= 0 && target >= 0 && !state.isEmpty();
    }

    private boolean member() {
        int from = at + 1;
        if (!skipText() || !next(':')) {
            return false;
        }
        int to = at - 2;
        if (is(ID, from, to)) {
            return (id = number()) >= 0;
        } else if (is(TARGET, from, to)) {
            return (target = number()) >= 0;
        } else if (is(FIRST, from, to)) {
            return (first = mac()) >= 0;
        } else if (is(LAST, from, to)) {
            return (last = mac()) >= 0;
        } else if (is(STATE, from, to)) {
            return isState();
        }
        return !is(PILOT_MACS, from, to) && (skipText() || number() >= 0);
    }

    private boolean isState() {
        int from = at + 1;
        boolean isText = skipText();
        if (isText) {
            int length = at - 1 - from;
            state =
                    is(ACTIVE, from, at - 1)
                            ? "active" // nearly all are, and need no string of their own
                            : new String(in, from, length, StandardCharsets.ISO_8859_1);
        }
        return isText;
    }

    /** A number of up to 18 digits, which fits; -1 if there is none. */
    private long number() {
        int from = at;
        long number = 0;
        while (at < in.length && in[at] >= '0' && in[at] <= '9') {
            number = number * 10 + in[at++] - '0';
            if (at - from > MOST_DIGITS) {
                return -1;
            }
        }
        return at == from || (in[from] == '0' && at - from > 1) ? -1 : number;
    }

    /** Twelve lower-case digits in quotes; -1 if it is written otherwise. */
    private long mac() {
        int from = at + 1;
        if (!skipText() || at - 1 - from != MAC_DIGITS) {
            return -1;
        }
        long bits = 0;
        for (int i = from; i < at - 1; i++) {
            int digit = digit(in[i]);
            if (digit < 0) {
                return -1;
            }
            bits = bits << 4 | digit;
        }
        return bits;
    }

    private static int digit(byte c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    }

    private boolean skipText() {
        if (!next('"')) {
            return false;
        }
        while (at < in.length && in[at] != '"') {
            if (in[at] < ' ' || in[at] == '\\') { // a byte beyond ASCII is negative
                return false;
            }
            at++;
        }
        return next('"');
    }

    private boolean next(char c) {
        boolean there = at < in.length && in[at] == c;
        if (there) {
            at++;
        }
        return there;
    }

    private boolean is(byte[] word, int from, int to) {
        return Arrays.equals(in, from, to, word, 0, word.length);
    }

    private static byte[] word(String word) {
        return word.getBytes(StandardCharsets.ISO_8859_1);
    }
}
