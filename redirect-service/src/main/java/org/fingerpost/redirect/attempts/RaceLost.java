package org.fingerpost.redirect.attempts;

/** What was read is no longer so: the transaction is to be rolled back and tried once more. */
public final class RaceLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RaceLost(String what) {
        super(what, null, false, false);
    }
}
