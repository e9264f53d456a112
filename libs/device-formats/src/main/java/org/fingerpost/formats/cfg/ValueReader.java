package org.fingerpost.formats.cfg;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads the values of one file. */
final class ValueReader {

    /** Stands for what is no UTF-8, or for itself: only a strict decoder can tell. */
    private static final char REPLACEMENT = '\ufffd';

    private static final byte[] DIGITS = new byte[256];

    static {
        for (int c = 0; c < 256; c++) {
            DIGITS[c] = (byte) (c < 0x80 ? Character.digit(c, 16) : -1);
        }
    }

    private final byte[] file;
    private final boolean plusIsSpace;

    /** Of the value that is being read, without escapes. */
    private byte[] octets = new byte[64];

    ValueReader(byte[] file, PlusSign plus) {
        this.file = file;
        this.plusIsSpace = plus == PlusSign.SPACE;
    }

    String read(CfgPairs pair) {
        // Looked for first: what is escaped would otherwise be made a text twice.
        if (pair.valueHas('%') || plusIsSpace && pair.valueHas('+')) {
            return unescaped(pair.value(), pair.end());
        }
        String raw =
                new String(file, pair.value(), pair.end() - pair.value(), StandardCharsets.UTF_8);
        return raw.indexOf(REPLACEMENT) < 0 ? raw : unescaped(pair.value(), pair.end());
    }

    /**
     * A percent sign that no two hexadecimal digits follow is itself: some encoders escape none.
     */
    private String unescaped(int from, int to) {
        if (octets.length < to - from) {
            octets = new byte[2 * (to - from)];
        }
        int size = 0;
        for (int i = from; i < to; i++) {
            int octet = file[i];
            if (octet == '%' && i + 2 < to) {
                int escaped = hex(file[i + 1]) << 4 | hex(file[i + 2]);
                if (escaped >= 0) {
                    octet = escaped;
                    i += 2;
                }
            } else if (octet == '+' && plusIsSpace) {
                octet = ' ';
            }
            octets[size++] = (byte) octet;
        }
        return text(size);
    }

    /** ISO 8859-1 can be read from any octets: what a tool on an old Windows would have written. */
    private String text(int size) {
        String text = new String(octets, 0, size, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) < 0) {
            return text;
        }
        try {
            var strict = StandardCharsets.UTF_8.newDecoder();
            return strict.decode(ByteBuffer.wrap(octets, 0, size)).toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(octets, 0, size, StandardCharsets.ISO_8859_1);
        }
    }

    /** The digit's value; negative, and negative in any combination, if it is none. */
    static int hex(byte c) {
        return DIGITS[c & 0xff];
    }
}
