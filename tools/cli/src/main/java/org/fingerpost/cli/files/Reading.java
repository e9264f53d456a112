package org.fingerpost.cli.files;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a phone makes of a file. */
public sealed interface Reading {

    /**
     * @param values P-values in the order of the file; they may be secrets, so toString counts them
     * @param mac the address the file says it is for, if it says so
     * @param ignored names in the file that are no P-values
     */
    record Accepted(Map<String, String> values, Optional<String> mac, List<String> ignored)
            implements Reading {
        public Accepted {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
            ignored = List.copyOf(ignored);
        }

        @Override
        public String toString() {
            return "Accepted[" + values.size() + " values]";
        }
    }

    /** The phone drops the file. */
    record Refused(List<Flaw> flaws) implements Reading {
        public Refused {
            flaws = List.copyOf(flaws);
        }

        public boolean has(Flaw.Kind kind) {
            return flaws.stream().anyMatch(flaw -> flaw.kind() == kind);
        }
    }

    static Reading refused(Flaw.Kind kind, String sentence) {
        return new Refused(List.of(new Flaw(kind, sentence)));
    }
}
