package org.fingerpost.firmware.offers;

import org.fingerpost.firmware.names.FamilyName;
import org.fingerpost.problems.Problem;

/** A family as it stands in an address. */
final class FamilyPath {
    private FamilyPath() {}

    /**
     * @throws Problem with the names that it may have meant
     */
    static FamilyName named(String family) {
        return FamilyName.find(family)
                .orElseThrow(() ->
                        Problem.invalid("unknown-family", "'" + family + "' is no family or model")
                                .with("nearMisses", FamilyName.near(family)));
    }
}
