package org.fingerpost.config.sheets.copies;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fingerpost.config.layers.shelves.SheetName;
import org.fingerpost.config.layers.variables.WishedVariables;
import org.fingerpost.config.settings.WishedSettings;
import org.fingerpost.config.sheets.drafts.WishedSheet;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;

/**
 * A sheet with its secrets in clear, to be sealed elsewhere.
 *
 * @param revision that is published; 0 if none is
 * @param published what it says, unless it was withdrawn or never published
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record SheetCopy(
        String name, long revision, Optional<Words> published, Optional<Words> draft) {

    /** Refuses what lacks something, which comes from elsewhere. */
    public SheetCopy {
        SheetName.parse(name);
    }

    /** What is said. */
    public record Words(
            List<String> templates, Map<String, String> settings, Map<String, String> variables) {
        public Words {
            templates = List.copyOf(templates);
            settings.values().forEach(Objects::requireNonNull);
            variables.values().forEach(Objects::requireNonNull);
        }

        WishedSheet wish() {
            PValues.Builder values = PValues.builder();
            settings.forEach((p, value) -> values.put(Setting.of(p, value)));
            return new WishedSheet(
                    templates, new WishedSettings(values.build()), new WishedVariables(variables));
        }

        @Override
        public String toString() {
            return "Words[…]";
        }
    }

    @Override
    public String toString() {
        return "SheetCopy[" + name + "]";
    }
}
