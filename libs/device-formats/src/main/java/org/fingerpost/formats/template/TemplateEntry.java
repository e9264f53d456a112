package org.fingerpost.formats.template;

import java.util.Objects;
import org.fingerpost.formats.pvalue.Setting;

/**
 * One setting of a template.
 *
 * @param line where it stands in the file, from 1
 * @param description the comment above it, lines separated by LF; empty if there is none
 */
public record TemplateEntry(int line, String description, Setting setting) {

    public TemplateEntry {
        Objects.requireNonNull(setting, "setting");
        description = Descriptions.checked(description);
    }

    /** Without the description, which may hold a secret that was commented out. */
    @Override
    public String toString() {
        return "line " + line + ": " + setting;
    }
}
