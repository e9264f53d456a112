package org.fingerpost.firmware.phone;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.fingerpost.firmware.names.AskedFile;

/**
 * What a request names.
 *
 * <pre>
 * path = ( "/fw/" / "/p/" ) pathKey 1*5( "/" name )     ; name: any octet percent-encoded
 * </pre>
 *
 * <p>{@code /p/} is config's directory: a router may send the names of firmware here from there, so
 * that one address does for both. No more slashes than these, and none in disguise.
 */
record FirmwarePath(String pathKey, AskedFile file) {
    static final String DIRECTORY = "/fw/";
    private static final String BESIDE_CONFIG = "/p/";

    /** Reads the path as it was sent; never throws. */
    static Optional<FirmwarePath> of(String rawPath) {
        return behind(DIRECTORY, rawPath).or(() -> behind(BESIDE_CONFIG, rawPath));
    }

    private static Optional<FirmwarePath> behind(String directory, String rawPath) {
        int slash = rawPath.indexOf('/', directory.length());
        if (!rawPath.startsWith(directory) || slash < 0) {
            return Optional.empty();
        }
        String pathKey = rawPath.substring(directory.length(), slash);
        List<String> segments = new ArrayList<>();
        for (String segment : rawPath.substring(slash + 1).split("/", -1)) {
            Optional<String> decoded = decoded(segment);
            if (decoded.isEmpty()) {
                return Optional.empty();
            }
            segments.add(decoded.get());
        }
        return AskedFile.find(segments).map(file -> new FirmwarePath(pathKey, file));
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
