package org.fingerpost.redirect.ranges.pointing;

import org.fingerpost.redirect.ouis.Oui;
import org.fingerpost.redirect.ranges.Registration;

/** How a phone stands with one provider. */
public sealed interface Standing {
    /** It is the provider's, in this range innermost. */
    record Own(Registration registration) implements Standing {}

    /** The provider may register it; it may have given it back. */
    record Free() implements Standing {}

    /**
     * It is not the provider's to register: somebody else's, or proofs are asked for; which of the
     * two, and whose, is not told.
     */
    record Elsewhere() implements Standing {}

    /** Its address begins as no phone's that is known. */
    record NoPhone(Oui oui) implements Standing {}
}
