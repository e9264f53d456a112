package org.fingerpost.firmware.blobs;

/** The store does not answer, or not as it should: nobody knows what it has. No phone's trouble. */
public final class StoreAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param what was not done, for operators; no secret is in it
     */
    public StoreAway(String what, Throwable cause) {
        super(what, cause);
    }
}
