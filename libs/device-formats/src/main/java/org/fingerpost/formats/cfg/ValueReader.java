package org.fingerpost.formats.cfg;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads the values of one file. */
final class ValueReader {

    private final byte[] file;
    private final boolean plusIsSpace;

    ValueReader(byte[] file, PlusSign plus) {
        this.file = file;
        this.plusIsSpace = plus == PlusSign.SPACE;
    }

    String read(int from, int to) {
        return isPlain(from, to)
                ? new String(file, from, to - from, StandardCharsets.ISO_8859_1)
                : unescaped(from, to);
    }

    /** Nothing to unescape and ASCII throughout: nearly every value. */
    private boolean isPlain(int from, int to) {
        for (int i = from; i < to; i++) {
            byte octet = file[i];
            if (octet < 0 || octet == '%' || octet == '+' && plusIsSpace) {
                return false;
            }
        }
        return true;
    }

    /**
     * A percent sign that no two hexadecimal digits follow is itself: some encoders escape none.
     */
    private String unescaped(int from, int to) {
        var octets = new byte[to - from];
        int size = 0;
        int seen = 0;
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
            seen |= octet;
            octets[size++] = (byte) octet;
        }
        return (seen & 0x80) == 0
                ? new String(octets, 0, size, StandardCharsets.ISO_8859_1)
                : text(ByteBuffer.wrap(octets, 0, size));
    }

    /** ISO 8859-1 can be read from any octets: what a tool on an old Windows would have written. */
    private static String text(ByteBuffer octets) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(octets).toString();
        } catch (CharacterCodingException notUtf8) {
            return StandardCharsets.ISO_8859_1.decode(octets.rewind()).toString();
        }
    }

    /** The digit's value; negative, and negative in any combination, if it is none. */
    static int hex(byte c) {
        return c >= 0 ? Character.digit((char) c, 16) : -1;
    }
}
