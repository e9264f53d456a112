package org.fingerpost.redirect.why;

import org.fingerpost.redirect.routes.TargetServer;

/** What the door answers a phone, as far as the one who asks may know it. */
sealed interface Told {
    /** A file with the way to this server. */
    record Redirection(TargetServer server) implements Told {}

    /** The bare 404 of an unknown phone. */
    record Nothing() implements Told {}

    /** A range of another provider, inside one's own, answers. */
    record NotYours() implements Told {}

    /** The audit does not tell which target server it was. */
    record Unknown() implements Told {}
}
