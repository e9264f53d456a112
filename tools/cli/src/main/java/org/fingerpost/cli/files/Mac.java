package org.fingerpost.cli.files;

import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** A phone's MAC address: twelve lower-case hex digits, as it stands in file names. */
public record Mac(String digits) {
    private static final Pattern SPELLING =
            Pattern.compile("[0-9a-fA-F]{12}|([0-9a-fA-F]{2}[:-]){5}[0-9a-fA-F]{2}");

    public Mac {
        if (!SPELLING.matcher(digits).matches()) {
            throw new IllegalArgumentException(
                    "a MAC address has twelve hex digits, as in 000b82123456 or 00:0B:82:12:34:56");
        }
        digits = digits.replaceAll("[:-]", "").toLowerCase(Locale.ROOT);
    }

    /** Whether the text spells this address, in either case, with or without separators. */
    public boolean isSpelled(String text) {
        return SPELLING.matcher(text).matches() && new Mac(text).equals(this);
    }

    /** Six, as they stand on the wire. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(digits);
    }

    @Override
    public String toString() {
        return digits;
    }
}
