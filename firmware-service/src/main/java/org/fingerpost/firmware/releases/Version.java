package org.fingerpost.firmware.releases;

import java.util.regex.Pattern;

/** A firmware version, such as {@code 1.0.11.39}: numbers with dots between, as it was written. */
public record Version(String text) {
    private static final int LONGEST = 32;
    private static final Pattern FORM = Pattern.compile("[0-9]+(\\.[0-9]+)*");

    public Version {
        if (text.length() > LONGEST || !FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "version: numbers with dots between, such as 1.0.11.39, "
                            + LONGEST
                            + " characters at the most");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
