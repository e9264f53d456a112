package org.fingerpost.config.revisions;

import java.time.Instant;
import java.util.List;
import org.fingerpost.config.assembly.books.Affixes;
import org.fingerpost.config.layers.shelves.SheetName;

/**
 * A name for what a provider's sheets, and the operator's, said at a moment. It never changes.
 *
 * @param prefix as it was given, as the postfix
 * @param held sheets that are not among them say nothing
 */
public record RevisionName(
        String name, String prefix, String postfix, Instant at, List<Held> held) {

    /** A revision of a sheet. */
    public record Held(long owner, SheetName sheet, long revision) {}

    public RevisionName {
        held = List.copyOf(held);
    }

    Affixes affixes() {
        return new Affixes(prefix, postfix);
    }

    boolean holds(SheetName sheet, long revision) {
        return held.stream()
                .anyMatch(each ->
                        each.owner != SheetName.PLATFORM
                                && each.sheet.equals(sheet)
                                && each.revision == revision);
    }
}
