package org.fingerpost.audit;

import java.util.Optional;
import org.fingerpost.access.Caller;

/** Which entries are asked for. */
record AuditQuery(Optional<Long> provider, Optional<String> subject) {
    /** What the caller may see of a subject, or of all. */
    static AuditQuery by(Caller caller, Optional<String> subject) {
        return switch (caller) {
            case Caller.Operator() -> new AuditQuery(Optional.empty(), subject);
            case Caller.OfProvider(long own) -> new AuditQuery(Optional.of(own), subject);
        };
    }
}
