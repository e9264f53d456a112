package org.fingerpost.redirect.ranges;

import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.redirect.ouis.Oui;

/** What can come of registering a range. */
public sealed interface Assignment {
    record Registered(Registration registration, long commit) implements Assignment {}

    /** It crosses or equals a range of the provider's own. */
    record ClashesWithOwn(Registration other) implements Assignment {}

    /**
     * Part of it is somebody else's, or the provider could not show that it holds the phones; which
     * of the two, whose, and which part, is not the caller's to know.
     */
    record ClashesWithForeign() implements Assignment {}

    /** A range inside or around it tests this phone in its pilot, which one range alone can do. */
    record InsidePilot(MacAddress phone, Registration other) implements Assignment {}

    /** More of the provider's ranges lie inside than one transaction moves. */
    record TooCrowded(int most) implements Assignment {}

    /** Its addresses begin as no phone's that is known; the operator may register them. */
    record UnknownOui(Oui oui) implements Assignment {}

    /** The target server is not there, or not the provider's. */
    record NoSuchTargetServer(long id) implements Assignment {}
}
