package org.fingerpost.formats.xml;

import org.fingerpost.formats.markup.MarkupReader;

/** Where something in a file begins. */
public final class XmlPlace {

    private final MarkupReader markup;
    private final int offset;

    XmlPlace(MarkupReader markup, int offset) {
        this.markup = markup;
        this.offset = offset;
    }

    /** From 1; counted when asked for. */
    public int line() {
        return markup.source().lineOf(offset);
    }

    /** In bytes from 0, of the document as UTF-8 without its byte order mark. */
    public int offset() {
        return offset;
    }
}
