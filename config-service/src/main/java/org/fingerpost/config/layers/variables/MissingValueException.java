package org.fingerpost.config.layers.variables;

/** A hole for which there is no value. */
public final class MissingValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String hole;

    public MissingValueException(String hole) {
        super("there is no value for ${" + hole + "}", null, false, false);
        this.hole = hole;
    }

    public String hole() {
        return hole;
    }
}
