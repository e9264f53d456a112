package org.fingerpost.redirect.ranges;

import java.util.List;
import java.util.Optional;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.redirect.possession.Proof;

/**
 * What somebody asks to have registered.
 *
 * @param provider for whom
 * @param company whose phones these are, in the provider's words
 * @param pilotMacs the phones to try it with before the rest; none opens all at the approval
 * @param proofs that the provider holds the phones
 */
public record Wish(
        long provider,
        MacRange range,
        long targetServer,
        Optional<String> company,
        List<MacAddress> pilotMacs,
        List<Proof> proofs) {
    private static final int MOST_PILOTS = 100;

    public Wish {
        proofs = List.copyOf(proofs);
        pilotMacs = pilotMacs.stream().distinct().sorted().toList();
        if (pilotMacs.size() > MOST_PILOTS) {
            throw new IllegalArgumentException(
                    "a pilot has " + MOST_PILOTS + " phones at the most, not " + pilotMacs.size());
        }
        for (MacAddress mac : pilotMacs) {
            if (!range.holds(mac)) {
                throw new IllegalArgumentException(
                        "the pilot's phone " + mac + " lies outside of " + range);
            }
        }
    }

    /** A range that is opened as a whole, without more words. */
    public static Wish plain(long provider, MacRange range, long targetServer) {
        return new Wish(provider, range, targetServer, Optional.empty(), List.of(), List.of());
    }
}
