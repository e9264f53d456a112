package org.fingerpost.formats.markup;

import java.nio.charset.StandardCharsets;

/** The document as it stands, by offsets: in bytes from 0, as UTF-8 without its mark. */
public final class Source {

    private final byte[] document;
    private int lineCountedTo;
    private int lineCounted = 1;

    Source(byte[] document) {
        this.document = document;
    }

    /** Line of an offset, from 1. Quick when the offsets asked for are near each other. */
    public int lineOf(int offset) {
        if (offset < lineCountedTo) {
            lineCounted -= Lines.between(document, offset, lineCountedTo);
        } else {
            lineCounted += Lines.between(document, lineCountedTo, offset);
        }
        lineCountedTo = offset;
        return lineCounted;
    }

    /** Where the first octet is that is no blank. */
    public int behindBlanks(int from) {
        int at = from;
        while (at < document.length && Cursor.isSpace(document[at])) {
            at++;
        }
        return at;
    }

    /** What stands between two offsets. */
    public String text(int from, int to) {
        return new String(document, from, to - from, StandardCharsets.UTF_8);
    }
}
