package org.fingerpost.config.secrets.seals;

/** What was sealed cannot be opened here: another key, another place, or damaged. */
public final class UnopenableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnopenableException(String why) {
        super(why);
    }

    /** The key is not here (yet), or the master key does not open it. */
    public static UnopenableException noKey(String keyId) {
        return new UnopenableException("there is no key " + keyId + " that could be used here");
    }
}
