package org.fingerpost.formats.template;

import java.util.Objects;
import org.fingerpost.formats.alias.AliasSetting;

/**
 * One setting of an XML file of version 2.
 *
 * @param line where it stands in the file, from 1
 * @param description the comment above it, lines separated by LF; empty if there is none
 */
public record AliasEntry(int line, String description, AliasSetting setting) {

    public AliasEntry {
        Objects.requireNonNull(setting, "setting");
        description = Descriptions.checked(description);
    }

    /** Without the description, which may hold a secret that was commented out. */
    @Override
    public String toString() {
        return "line " + line + ": " + setting;
    }
}
