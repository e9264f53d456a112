package org.fingerpost.config.layers;

/** A template or group that is named and not there. */
public final class MissingSheetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MissingSheetException(String sentence) {
        super(sentence, null, false, false);
    }
}
