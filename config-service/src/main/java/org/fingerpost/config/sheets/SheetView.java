package org.fingerpost.config.sheets;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.config.layers.shelves.Sheet;

/** A sheet as its owner is shown it, secrets masked. */
record SheetView(String name, long revision, Optional<Revised> published, Optional<Drawn> draft) {

    static SheetView of(Sheets.Kept kept) {
        return new SheetView(
                kept.name().toString(),
                kept.revision(),
                kept.newest()
                        .map(each ->
                                new Revised(
                                        each.revision(),
                                        each.author(),
                                        each.at(),
                                        "",
                                        Optional.of(Said.of(each.sheet())))),
                kept.draft()
                        .map(each -> new Drawn(each.author(), each.at(), Said.of(each.sheet()))));
    }

    record Said(
            List<String> templates, Map<String, String> settings, Map<String, String> variables) {
        static Said of(Sheet sheet) {
            return new Said(
                    sheet.templates(), sheet.settings().masked(), sheet.variables().masked());
        }
    }

    record Drawn(String author, Instant at, Said said) {}

    /** One revision; it says nothing if it is a withdrawal. */
    record Revised(long revision, String author, Instant at, String note, Optional<Said> said) {
        static Revised of(RevisionRow row) {
            return new Revised(
                    row.revision, row.author, row.at, row.note, row.toSheet().map(Said::of));
        }
    }
}
