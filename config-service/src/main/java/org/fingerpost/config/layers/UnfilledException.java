package org.fingerpost.config.layers;

import org.fingerpost.formats.pvalue.PValue;

/** A device's file has a hole for which nobody gives a value. */
public final class UnfilledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient PValue p;
    private final String hole;
    private final transient Origin origin;

    UnfilledException(PValue p, String hole, Origin origin) {
        super(
                p + " of " + origin.layer() + " has the hole ${" + hole + "} and no value for it",
                null,
                false,
                false);
        this.p = p;
        this.hole = hole;
        this.origin = origin;
    }

    public PValue p() {
        return p;
    }

    public String hole() {
        return hole;
    }

    public Origin origin() {
        return origin;
    }
}
