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

        public static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public static Registration pending(Wish wish, Instant at) {
        return new Registration(
                0,
                wish.provider(),
                wish.range(),
                wish.targetServer(),
                State.PENDING,
                false,
                wish.company(),
                wish.pilotMacs(),
                Optional.empty(),
                Optional.empty(),
                at,
                Optional.empty());
    }

    /** Approved, at once for all its phones or for those of its pilot. */
    public Registration approved(Instant at) {
        State open = pilotMacs.isEmpty() ? State.ACTIVE : State.PILOT;
        return with(open, blocked, pilotMacs, reason, Optional.of(at));
    }

    /** Open for all its phones; the pilot is over. */
    public Registration activated() {
        return with(State.ACTIVE, blocked, List.of(), reason, approvedAt);
    }

    public Registration rejected(String why) {
        return with(State.REJECTED, blocked, pilotMacs, Optional.of(why), approvedAt)
                .at(id, Optional.empty());
    }

    public Registration withBlocked(boolean now) {
        return with(state, now, pilotMacs, reason, approvedAt);
    }

    /** The same range, of one phone, given back to the default. */
    public Registration given() {
        return with(State.DEFAULT, blocked, List.of(), reason, approvedAt);
    }

    /** A phone that was given back and is wanted again, open from that time on if there is one. */
    public Registration takenBack(Optional<Instant> openedAt) {
        State again = openedAt.isPresent() ? State.ACTIVE : State.PENDING;
        return with(again, blocked, List.of(), reason, openedAt);
    }

    public Registration withoutPilot(MacAddress mac) {
        List<MacAddress> others = pilotMacs.stream().filter(each -> !each.equals(mac)).toList();
        return with(state, blocked, others, reason, approvedAt);
    }

    /** The part of it that is the given range, with the phones of the pilot that lie there. */
    public Registration part(MacRange part) {
        List<MacAddress> there = pilotMacs.stream().filter(part::holds).toList();
        return new Registration(
                id,
                provider,
                part,
                targetServer,
                state,
                blocked,
                company,
                there,
                reason,
                parent,
                registeredAt,
                approvedAt);
    }

    public Registration at(long newId, Optional<Long> newParent) {
        return new Registration(
                newId,
                provider,
                range,
                targetServer,
                state,
                blocked,
                company,
                pilotMacs,
                reason,
                newParent,
                registeredAt,
                approvedAt);
    }

    /** The same range, sent to another of its provider's target servers. */
    public Registration pointedAt(long newTargetServer) {
        return new Registration(
                id,
                provider,
                range,
                newTargetServer,
                state,
                blocked,
                company,
                pilotMacs,
                reason,
                parent,
                registeredAt,
                approvedAt);
    }

    public Registration handedTo(long newProvider, long newTargetServer) {
        return new Registration(
                id,
                newProvider,
                range,
                newTargetServer,
                state,
                blocked,
                Optional.empty(),
                pilotMacs,
                reason,
                parent,
                registeredAt,
                approvedAt);
    }

    private Registration with(
            State newState,
            boolean newBlocked,
            List<MacAddress> newPilot,
            Optional<String> newReason,
            Optional<Instant> newApproved) {
        return new Registration(
                id,
                provider,
                range,
                targetServer,
                newState,
                newBlocked,
                company,
                newPilot,
                newReason,
                parent,
                registeredAt,
                newApproved);
    }
}
