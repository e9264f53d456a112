package org.fingerpost.formats.definition;

/** How sure we are of a definition. */
public enum Confidence {
    /** Two independent sources agree, or it was tried. */
    HIGH,
    /** One good source. */
    MEDIUM,
    /** Inference, or one weak source: never a reason to refuse a file. */
    LOW
}
