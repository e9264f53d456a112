package org.fingerpost.config.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.fingerpost.formats.mac.MacAddress;

/**
 * Nested ranges as they lie in each other, changed one at a time: a million ranges of one phone
 * each are no reason to build anything anew. Not for more than one thread.
 */
final class ClaimTree {
    private final NavigableMap<MacAddress, Branch> roots = new TreeMap<>();

    private record Branch(Claim claim, NavigableMap<MacAddress, Branch> inside) {}

    void add(Claim claim) {
        NavigableMap<MacAddress, Branch> level = roots;
        Map.Entry<MacAddress, Branch> before = level.floorEntry(claim.first());
        while (before != null && before.getValue().claim.encloses(claim)) {
            level = before.getValue().inside;
            before = level.floorEntry(claim.first());
        }
        // What lies inside the new one moves into it.
        var within = level.subMap(claim.first(), true, claim.last(), true);
        Branch made = new Branch(claim, new TreeMap<>(within));
        within.clear();
        level.put(claim.first(), made);
    }

    void remove(Claim claim) {
        NavigableMap<MacAddress, Branch> level = roots;
        Map.Entry<MacAddress, Branch> at = level.floorEntry(claim.first());
        while (at != null && at.getValue().claim.id() != claim.id()) {
            level = at.getValue().inside;
            at = level.floorEntry(claim.first());
        }
        if (at != null) {
            level.remove(at.getKey());
            level.putAll(at.getValue().inside);
        }
    }

    /** The ranges around this address, the outermost first. */
    List<Claim> around(MacAddress mac) {
        List<Claim> around = new ArrayList<>();
        Map.Entry<MacAddress, Branch> at = roots.floorEntry(mac);
        while (at != null && at.getValue().claim.contains(mac)) {
            around.add(at.getValue().claim);
            at = at.getValue().inside.floorEntry(mac);
        }
        return around;
    }
}
