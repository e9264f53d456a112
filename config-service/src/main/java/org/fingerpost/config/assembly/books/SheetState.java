package org.fingerpost.config.assembly.books;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import org.fingerpost.config.layers.shelves.Published;
import org.fingerpost.config.layers.shelves.Sheet;
import org.fingerpost.config.layers.shelves.SheetName;
import org.fingerpost.config.layers.variables.StoredVariables;
import org.fingerpost.config.settings.StoredSettings;

/** A revision of a sheet as the state topic tells it: the newest, or one that is held. */
@JsonIgnoreProperties(ignoreUnknown = true)
record SheetState(
        long owner,
        String name,
        long revision,
        String author,
        String at,
        List<String> templates,
        StoredSettings settings,
        StoredVariables variables) {
    Published toPublished() {
        return new Published(
                owner,
                SheetName.parse(name),
                revision,
                author,
                Instant.parse(at),
                new Sheet(templates, settings, variables));
    }
}
