package org.fingerpost.formats.markup;

/** Bytes that are no document we read: what, where, why. It quotes no content. */
public final class MarkupException extends IllegalArgumentException {

    private final int offset;
    private final int line;
    private final String why;

    /**
     * @param offset in bytes from 0
     * @param line from 1
     */
    public MarkupException(int offset, int line, String why) {
        super("line " + line + " (byte " + offset + "): " + why);
        this.offset = offset;
        this.line = line;
        this.why = why;
    }

    /** In bytes from 0; of the document as UTF-8 if it came in another encoding. */
    public int offset() {
        return offset;
    }

    /** From 1. */
    public int line() {
        return line;
    }

    /** The reason without the place. */
    public String why() {
        return why;
    }
}
