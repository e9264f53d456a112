package org.fingerpost.audit;

import java.util.Optional;
import org.fingerpost.access.Caller;

/**
 * What somebody decided, as it is handed to the {@link Audit}.
 *
 * @param by who decided
 * @param action what was done, a stable word: {@code range-approved}
 * @param subject to what, as the state topic's keys: {@code range/12}
 * @param provider whose thing it is, and who may therefore read of it; nothing if it is nobody's
 * @param before what was there, written as JSON; it holds no secret
 * @param after what is there now
 */
public record Decision(
        Caller by,
        String action,
        String subject,
        Optional<Long> provider,
        Optional<Object> before,
        Optional<Object> after) {

    /** A decision about something of a provider's, so far without before and after. */
    public static Decision about(Caller by, String action, String subject, long provider) {
        return new Decision(
                by, action, subject, Optional.of(provider), Optional.empty(), Optional.empty());
    }

    /** A decision about the installation: only the operator reads of it. */
    public static Decision ofHouse(Caller by, String action, String subject) {
        return new Decision(
                by, action, subject, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same decision, for another provider to read. */
    public Decision alsoFor(long other) {
        return new Decision(by, action, subject, Optional.of(other), before, after);
    }

    public Decision was(Object state) {
        return new Decision(by, action, subject, provider, Optional.of(state), after);
    }

    public Decision is(Object state) {
        return new Decision(by, action, subject, provider, before, Optional.of(state));
    }

    String who() {
        return switch (by) {
            case Caller.Operator() -> "operator";
            case Caller.OfProvider(long id) -> "provider/" + id;
        };
    }
}
