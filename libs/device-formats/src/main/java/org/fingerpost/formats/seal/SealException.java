package org.fingerpost.formats.seal;

/** A password that no phone can hold, or bytes that do not open: what and why, in a sentence. */
public final class SealException extends IllegalArgumentException {

    SealException(String why) {
        super(why);
    }

    SealException(String why, Exception cause) {
        super(why, cause);
    }
}
