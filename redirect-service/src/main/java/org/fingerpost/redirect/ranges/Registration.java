package org.fingerpost.redirect.ranges;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fingerpost.formats.mac.MacAddress;

/**
 * A range that a provider has registered, and how far it has come.
 *
 * @param blocked by the operator: its phones get what unknown ones get
 * @param company whose phones these are, in the provider's words
 * @param pilotMacs the phones that are redirected during the pilot
 * @param reason why it was rejected
 * @param parent the innermost range around it
 */
public record Registration(
        long id,
        long provider,
        MacRange range,
        long targetServer,
        State state,
        boolean blocked,
        Optional<String> company,
        List<MacAddress> pilotMacs,
        Optional<String> reason,
        Optional<Long> parent,
        Instant registeredAt,
        Optional<Instant> approvedAt) {

    public Registration {
        pilotMacs = List.copyOf(pilotMacs);
    }

    /** How far a range has come. Of its addresses, only an active one's are all redirected. */
    public enum State {
        /** Registered; the range around it, if there is one, answers on. */
        PENDING,
        /** Approved for its pilot phones alone; for the others as pending. */
        PILOT,
        ACTIVE,
        /** History: it holds no address any more. */
        REJECTED,
        /** A phone that was given back from inside a range: it gets what unknown ones get. */
        DEFAULT;

        /** As JSON, SQL and the state topic spell it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Approved, at once for all its phones or for those of its pilot. */
    Registration approved(Instant at) {
        return with(pilotMacs.isEmpty() ? State.ACTIVE : State.PILOT, at);
    }

    /** Open for all its phones; the pilot is over. */
    Registration activated(Instant at) {
        Registration open = with(State.ACTIVE, approvedAt.orElse(at));
        return open.withPilot(List.of());
    }

    Registration rejected(String why) {
        return new Registration(
                id,
                provider,
                range,
                targetServer,
                State.REJECTED,
                blocked,
                company,
                pilotMacs,
                Optional.of(why),
                Optional.empty(),
                registeredAt,
                approvedAt);
    }

    Registration withBlocked(boolean now) {
        return new Registration(
                id,
                provider,
                range,
                targetServer,
                state,
                now,
                company,
                pilotMacs,
                reason,
                parent,
                registeredAt,
                approvedAt);
    }

    private Registration with(State now, Instant approved) {
        return new Registration(
                id,
                provider,
                range,
                targetServer,
                now,
                blocked,
                company,
                pilotMacs,
                reason,
                parent,
                registeredAt,
                Optional.of(approved));
    }

    private Registration withPilot(List<MacAddress> macs) {
        return new Registration(
                id,
                provider,
                range,
                targetServer,
                state,
                blocked,
                company,
                macs,
                reason,
                parent,
                registeredAt,
                approvedAt);
    }
}
