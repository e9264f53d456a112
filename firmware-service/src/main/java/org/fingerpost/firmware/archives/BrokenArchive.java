package org.fingerpost.firmware.archives;

/** An archive that cannot be read, or that nobody should unpack; the message is for its sender. */
public final class BrokenArchive extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenArchive(String why) {
        super(why, null, false, false);
    }
}
