package org.fingerpost.formats.cfg;

/** Bytes that are no config binary, or settings that fit into none: what, where, why. */
public final class CfgFormatException extends IllegalArgumentException {

    private final int offset;

    CfgFormatException(String what, int offset, String why) {
        super(what + " at byte " + offset + ": " + why);
        this.offset = offset;
    }

    /** Where in the file, in bytes from 0. */
    public int offset() {
        return offset;
    }
}
