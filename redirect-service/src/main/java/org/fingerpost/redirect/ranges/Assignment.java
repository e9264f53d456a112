package org.fingerpost.redirect.ranges;

import org.fingerpost.formats.mac.MacAddress;

/** What can come of registering a range. */
public sealed interface Assignment {
    record Registered(Registration registration, long commit) implements Assignment {}

    /** It crosses, encloses or equals a range of the caller's own. */
    record ClashesWithOwn(Registration other) implements Assignment {}

    /** Part of it is somebody else's; whose, and which part, is not the caller's to know. */
    record ClashesWithForeign() implements Assignment {}

    /** A range inside or around it tests this phone in its pilot, which one range alone can do. */
    record InsidePilot(MacAddress phone, Registration other) implements Assignment {}

    /** The target server is not there, or not the provider's. */
    record NoSuchTargetServer(long id) implements Assignment {}
}
