package org.fingerpost.redirect.routes;

import java.nio.charset.StandardCharsets;

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
        return switch (text(from, at - 2)) {
            case "id" -> (id = number()) >= 0;
            case "target" -> (target = number()) >= 0;
            case "first" -> (first = mac()) >= 0;
            case "last" -> (last = mac()) >= 0;
            case "state" -> isState();
            case "pilotMacs" -> false;
            default -> skipText() || number() >= 0;
        };
    }

    private boolean isState() {
        int from = at + 1;
        boolean isText = skipText();
        if (isText) {
            state = text(from, at - 1);
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

    private String text(int from, int to) {
        return new String(in, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
