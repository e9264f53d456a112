package org.fingerpost.formats.inspect;

import java.util.HashMap;
import java.util.Map;
import org.fingerpost.formats.inspect.Inspection.Findings;

/** Counts the settings of one file and tells what is odd about them, up to a number of times. */
final class SettingCount {

    /** A hostile file could have a million. */
    private static final int MOST_WARNINGS = 1_000;

    private final Findings findings;

    /** Where each P-value or alias stands first. */
    private final Map<Object, Integer> seen = new HashMap<>();

    private int secrets;
    private int warnings;
    private int errors;

    SettingCount(Findings findings) {
        this.findings = findings;
    }

    /**
     * @param secret true if there is a value, and it is one
     */
    void add(Object name, boolean secret, int offset) {
        Integer first = seen.putIfAbsent(name, offset);
        if (first != null) {
            warn(offset, "%s stands at byte %d already: this one counts".formatted(name, first));
        } else if (secret) {
            secrets++;
        }
    }

    void error(int offset, String sentence) {
        if (errors < MOST_WARNINGS) {
            findings.error(offset, sentence);
        }
        errors++;
    }

    void warn(int offset, String sentence) {
        if (warnings < MOST_WARNINGS) {
            findings.warning(offset, sentence);
        } else if (warnings == MOST_WARNINGS) {
            findings.warning(offset, "and more from here on, which is not told");
        }
        warnings++;
    }

    void tell() {
        findings.fact(
                "settings",
                secrets == 0
                        ? "" + seen.size()
                        : "%d, %d of them secret".formatted(seen.size(), secrets));
    }
}
