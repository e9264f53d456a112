package org.fingerpost.firmware.blobs;

import java.util.regex.Pattern;

/**
 * The SHA-256 of some bytes, and by that their name.
 *
 * @param hex 64 lower-case hex digits
 */
public record Digest(String hex) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public Digest {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("a digest is 64 lower-case hex digits");
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
