package org.fingerpost.formats.request;

import java.util.Optional;

/** Takes a path apart and trusts none of it. */
final class PathReader {

    private static final int LONGEST = 1024;

    private PathReader() {}

    /**
     * The decoded last segment; nothing if the path is longer than 1024 characters, climbs ({@code
     * ..}), or holds a control character, a backslash, a percent-encoded slash, a broken escape or
     * an octet outside ASCII, in any segment and in any disguise.
     */
    static Optional<String> lastSegment(String rawPath) {
        if (rawPath.length() > LONGEST) {
            return Optional.empty();
        }
        var path = new StringBuilder(rawPath.length());
        int segment = 0;
        for (int i = 0; i < rawPath.length(); i++) {
            char c = rawPath.charAt(i);
            if (c == '/') {
                segment = path.length() + 1;
            } else if (c == '%') {
                c = unescaped(rawPath, i);
                i += 2;
                if (c == '/') {
                    return Optional.empty();
                }
            }
            boolean climbs = c == '.' && path.length() > 0 && path.charAt(path.length() - 1) == '.';
            if (climbs || c < ' ' || c > '~' || c == '\\') {
                return Optional.empty();
            }
            path.append(c);
        }
        return Optional.of(path.substring(segment));
    }

    /** The escaped octet; NUL, which is refused anyway, if the escape is broken. */
    private static char unescaped(String path, int at) {
        if (at + 2 >= path.length()) {
            return 0;
        }
        char high = path.charAt(at + 1);
        char low = path.charAt(at + 2);
        // Character.digit would also take the digits of other scripts.
        if (high > '~' || low > '~') {
            return 0;
        }
        int octet = Character.digit(high, 16) << 4 | Character.digit(low, 16);
        return octet < 0 ? 0 : (char) octet;
    }
}
