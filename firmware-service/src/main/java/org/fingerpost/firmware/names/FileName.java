package org.fingerpost.firmware.names;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a firmware file as a phone asks for it: one to 64 of letters, digits, dot, underscore
 * and hyphen, beginning with none of the last three but the underscore. Case counts.
 */
public record FileName(String text) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,63}");

    public FileName {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'"
                            + text
                            + "' is no name of a firmware file: 1 to 64 of A-Z a-z 0-9 . _ - and"
                            + " neither a dot nor a hyphen first");
        }
    }

    /** The name, if the text is one. */
    public static Optional<FileName> find(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new FileName(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
