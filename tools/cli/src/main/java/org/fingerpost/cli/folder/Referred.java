package org.fingerpost.cli.folder;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.fingerpost.cli.folder.yaml.Text;

/** The names whose texts stand elsewhere, because a reference stands in the folder. */
final class Referred {
    private final Set<String> names = new HashSet<>();

    /**
     * @param where what the service says before these names
     */
    Referred with(String where, Map<String, Text> texts) {
        texts.forEach((name, text) -> {
            if (text.isReferred()) {
                names.add(where + name);
            }
        });
        return this;
    }

    boolean has(String name) {
        return names.contains(name);
    }
}
