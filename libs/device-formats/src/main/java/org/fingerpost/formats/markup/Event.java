package org.fingerpost.formats.markup;

/** What the reader has come upon. */
public enum Event {
    /** A start tag, or the first half of an empty element. */
    START,

    /** Text and CDATA up to the next tag, comment or instruction; never empty. */
    TEXT,

    COMMENT,

    END,

    /** After the root element; nothing follows. */
    DONE
}
