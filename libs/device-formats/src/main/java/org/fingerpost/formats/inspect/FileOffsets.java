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

    /** In bytes from 0. Quick when the offsets asked for are near each other. */
    int inFile(int offset) {
        int to = Math.min(offset, encoding.utf8().length);
        if (encoding.charset().equals(StandardCharsets.UTF_8)) {
            return encoding.mark() + to;
        }
        while (countedTo > to) {
            countedTo--;
            counted -= characters(countedTo);
        }
        for (; countedTo < to; countedTo++) {
            counted += characters(countedTo);
        }
        return encoding.mark() + octetsOfOne * counted;
    }

    /** Octets 80 to BF go on with a character; F0 and more begin a pair of UTF-16. */
    private int characters(int at) {
        int octet = encoding.utf8()[at] & 0xff;
        return octet >= 0x80 && octet < 0xc0 ? 0 : octet >= 0xf0 ? 2 : 1;
    }
}
