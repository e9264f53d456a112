package org.fingerpost.envelope;

/** The bytes are no envelope, or not as they were sealed, or not under this passphrase. */
public final class EnvelopeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EnvelopeException(String sentence) {
        super(sentence);
    }

    /** The two are not told apart: nobody can. */
    static EnvelopeException wrong() {
        return new EnvelopeException("the passphrase is another, or the bytes were changed");
    }
}
