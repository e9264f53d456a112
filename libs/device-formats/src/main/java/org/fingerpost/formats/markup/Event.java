package org.fingerpost.formats.markup;

/** What the reader has come upon. */
public enum Event {
    /** A start tag, or the first half of an empty element. */
    START,

    /** Text and CDATA up to the next tag, comment or instruction; never empty. */
    TEXT,

    COMMENT,

    /** A processing instruction, which says something to one program and nothing to us. */
    INSTRUCTION,

    END,

    /** After the root element; nothing follows. */
    DONE
}
