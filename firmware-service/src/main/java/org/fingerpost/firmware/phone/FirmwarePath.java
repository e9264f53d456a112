package org.fingerpost.firmware.phone;

import java.util.HexFormat;
import java.util.Optional;
import org.fingerpost.firmware.catalog.FileName;

/**
 * What a request names.
 *
 * <pre>
 * path = "/fw/" pathKey "/" file    ; file: any octet percent-encoded
 * </pre>
 *
 * <p>No more and no fewer slashes: a file has one address.
 */
record FirmwarePath(String pathKey, FileName file) {
    static final String DIRECTORY = "/fw/";

    /** Reads the path as it was sent; never throws. */
    static Optional<FirmwarePath> of(String rawPath) {
        int slash = rawPath.indexOf('/', DIRECTORY.length());
        if (!rawPath.startsWith(DIRECTORY) || slash < 0) {
            return Optional.empty();
        }
        String pathKey = rawPath.substring(DIRECTORY.length(), slash);
        // What is no file name, a slash in any disguise for one, ends here.
        return decoded(rawPath.substring(slash + 1))
                .flatMap(FileName::find)
                .map(file -> new FirmwarePath(pathKey, file));
    }

    /** Octet by octet; a name of firmware is ASCII, whatever else comes out is no name anyway. */
    private static Optional<String> decoded(String segment) {
        StringBuilder text = new StringBuilder(segment.length());
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (c != '%') {
                text.append(c);
            } else if (isEscape(segment, i)) {
                text.append((char) HexFormat.fromHexDigits(segment, i + 1, i + 3));
                i += 2;
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(text.toString());
    }

    private static boolean isEscape(String segment, int at) {
        return at + 2 < segment.length()
                && HexFormat.isHexDigit(segment.charAt(at + 1))
                && HexFormat.isHexDigit(segment.charAt(at + 2));
    }
}
