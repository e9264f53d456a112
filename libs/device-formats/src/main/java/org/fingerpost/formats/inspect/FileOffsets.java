package org.fingerpost.formats.inspect;

import java.nio.charset.StandardCharsets;
import org.fingerpost.formats.markup.Encoding;

/** Offsets in a document as UTF-8, which its reader names, as offsets in the file. */
final class FileOffsets {

    private final Encoding encoding;
    private final int octetsOfOne;
    private int countedTo;
    private int counted;

    FileOffsets(Encoding encoding) {
        this.encoding = encoding;
        this.octetsOfOne = encoding.mark() == 2 ? 2 : 1;
    }

    /** In bytes from 0. Quick when offsets are asked for in their order. */
    int inFile(int offset) {
        int to = Math.min(offset, encoding.utf8().length);
        if (encoding.charset().equals(StandardCharsets.UTF_8)) {
            return encoding.mark() + to;
        }
        if (to < countedTo) {
            countedTo = 0;
            counted = 0;
        }
        for (; countedTo < to; countedTo++) {
            int octet = encoding.utf8()[countedTo] & 0xff;
            // Octets 80 to BF go on with a character; F0 and more begin a pair of UTF-16.
            counted += octet >= 0x80 && octet < 0xc0 ? 0 : octet >= 0xf0 ? 2 : 1;
        }
        return encoding.mark() + octetsOfOne * counted;
    }
}
