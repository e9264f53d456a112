package org.fingerpost.door.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Whose is a request? Decided on the raw request target, before anything decodes or tidies it up:
 * the operators' is what lies plainly below {@code /api/} or {@code /q/} and cannot leave there by
 * any reading of dots, slashes or escapes. Everything else is the phones'.
 */
public final class RequestTarget {
    private RequestTarget() {}

    public static boolean isOperators(String target) {
        String path = path(target);
        return (path.startsWith("/api/") || path.startsWith("/q/")) && isPlain(path);
    }

    /** The target without the query. */
    public static String path(String target) {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /**
     * Whether a phone's door is asked at all: a path that starts with a slash and consists of
     * visible ASCII. Absolute URIs, authorities, {@code *}, NUL and the like are nobody's.
     */
    public static boolean isPath(String target) {
        // A loop, here and where else every request passes: a stream costs more than the question.
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c <= ' ' || c >= 0x7f || c == '#' || c == '\\') {
                return false;
            }
        }
        return target.startsWith("/");
    }

    /** Whether all of the target, query included, keeps the grammar of RFC 2396. */
    public static boolean isUri(String target) {
        try {
            return !new URI(target).isOpaque();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isPlain(String path) {
        if (!isPath(path) || path.contains("//")) {
            return false;
        }
        String dotted = path.toLowerCase(Locale.ROOT).replace("%2e", ".");
        return !(dotted + "/").contains("/./")
                && !(dotted + "/").contains("/../")
                && !dotted.contains("%00")
                && !dotted.contains("%2f")
                && !dotted.contains("%5c");
    }
}
