package org.fingerpost.cli.service;

/** The service said no, or could not be reached: a sentence in its own words. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /**
     * @param status of HTTP; 0 if there was no answer
     */
    RefusedException(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    public boolean isMissing() {
        return status == 404;
    }
}
