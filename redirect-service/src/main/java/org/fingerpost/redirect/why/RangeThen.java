package org.fingerpost.redirect.why;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fingerpost.formats.mac.MacAddress;

/**
 * A range as it was at some time, and who made it so.
 *
 * @param state as the range's own answers spell it
 * @param registeredBy as the audit spells it; empty if it does not reach back that far
 */
record RangeThen(
        long id,
        long provider,
        MacAddress first,
        MacAddress last,
        String state,
        boolean blocked,
        long targetServer,
        Optional<String> company,
        List<MacAddress> pilotMacs,
        Optional<Decided> registered,
        Optional<Decided> approved) {

    /** Who, and when. */
    record Decided(String by, Instant at) {}

    RangeThen registeredBy(Optional<Decided> who) {
        return with(state, who, approved);
    }

    /** Before its approval. */
    RangeThen unapproved() {
        boolean open = state.equals("active") || state.equals("pilot");
        return with(open ? "pending" : state, registered, Optional.empty());
    }

    /** After it. */
    RangeThen approvedBy(Decided who) {
        String open = pilotMacs.isEmpty() ? "active" : "pilot";
        return with(state.equals("pending") ? open : state, registered, Optional.of(who));
    }

    private RangeThen with(String then, Optional<Decided> made, Optional<Decided> opened) {
        return new RangeThen(
                id,
                provider,
                first,
                last,
                then,
                blocked,
                targetServer,
                company,
                pilotMacs,
                made,
                opened);
    }

    boolean holds(MacAddress mac) {
        return first.compareTo(mac) <= 0 && mac.compareTo(last) <= 0;
    }

    long size() {
        return last.bits() - first.bits();
    }

    /** Whether the range, and not one around it, says what this phone gets. */
    boolean answers(MacAddress mac) {
        return blocked || state.equals("default") || redirects(mac);
    }

    boolean redirects(MacAddress mac) {
        return !blocked
                && (state.equals("active") || (state.equals("pilot") && pilotMacs.contains(mac)));
    }
}
