package org.fingerpost.firmware.names;

import java.util.regex.Pattern;

/**
 * Under which further names a release's files can be asked for. Each of the three may be empty.
 *
 * @param prefix what phones put before each name (P232)
 * @param postfix what phones put behind each name (P233)
 * @param folder a path in the provider's directory, without slashes at its ends
 */
public record Naming(String prefix, String postfix, String folder) {
    /** Affixes as file names take them: phones allow more, addresses do not. */
    private static final Pattern AFFIX = Pattern.compile("[A-Za-z0-9._-]{0,32}");

    private static final Pattern FOLDER =
            Pattern.compile(
                    "|[A-Za-z0-9_][A-Za-z0-9._-]{0,63}(/[A-Za-z0-9_][A-Za-z0-9._-]{0,63}){0,3}");

    public Naming {
        if (!AFFIX.matcher(prefix).matches() || !AFFIX.matcher(postfix).matches()) {
            throw new IllegalArgumentException(
                    "prefix, postfix: 32 of A-Z a-z 0-9 . _ - at the most");
        }
        if (!FOLDER.matcher(folder).matches()) {
            throw new IllegalArgumentException(
                    "folder: four names at the most with slashes between, each of A-Z a-z 0-9 . _ -"
                            + " and neither a dot nor a hyphen first");
        }
    }

    public String of(FileName file) {
        return prefix + file.text() + postfix;
    }
}
