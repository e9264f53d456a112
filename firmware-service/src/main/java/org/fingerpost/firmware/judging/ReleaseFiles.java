package org.fingerpost.firmware.judging;

import java.util.List;

/** The names of a release's files, without what phones put around them. */
record ReleaseFiles(List<String> names) {
    ReleaseFiles {
        names = List.copyOf(names);
    }

    /** Is that one of them, affixes and all? */
    boolean have(String fetched) {
        return names.stream().anyMatch(fetched::contains);
    }
}
