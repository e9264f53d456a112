package org.fingerpost.cli.files;

/**
 * Why a phone drops a file.
 *
 * @param sentence completes "the file …"; never quotes the file
 */
public record Flaw(Kind kind, String sentence) {
    /** For programs; the sentence is for people. */
    public enum Kind {
        HEADER,
        ODD_SIZE,
        LENGTH,
        CHECKSUM,
        MAC,
        GNKEY,
        PAIRS,
        VENDOR_ENCRYPTED,
        SEAL,
        XML
    }
}
