package org.fingerpost.replica.disk;

/** The replica's disk does not do what it should: full, read-only, damaged. */
public final class DiskTrouble extends RuntimeException {
    private static final long serialVersionUID = 1;

    DiskTrouble(String what, Throwable why) {
        super(what + ": " + why.getMessage(), why);
    }
}
