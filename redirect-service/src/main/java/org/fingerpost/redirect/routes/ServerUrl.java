package org.fingerpost.redirect.routes;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * The address of a directory that phones fetch from: scheme, host, port and path, in a form that a
 * phone can be told.
 *
 * <p>A phone gets the scheme as a number (P212, P6767) and the rest without it (P237, P192); it
 * puts a slash and a file name behind the path. So there is no query, no fragment and no user here,
 * no space and nothing outside ASCII, and no slash at the end.
 *
 * @param host a name, an IPv4 address, or an IPv6 address in brackets; lower case
 * @param port -1 for the scheme's own
 * @param path empty or beginning with a slash
 */
public record ServerUrl(Scheme scheme, String host, int port, String path) {
    /** What newer phones keep of P237 and P192. */
    private static final int LONGEST = 256;

    /**
     * The transports that a target server may use, with the number that P212 and P6767 have for it.
     */
    public enum Scheme {
        TFTP(0, 69),
        HTTP(1, 80),
        HTTPS(2, 443);

        private final int code;
        private final int port;

        Scheme(int code, int port) {
            this.code = code;
            this.port = port;
        }

        public int code() {
            return code;
        }
    }

    /** Reads {@code scheme://host[:port][/path]}. */
    public static ServerUrl parse(String text) {
        URI uri;
        try {
            uri = new URI(text.strip());
        } catch (URISyntaxException e) {
            throw refusal(text, e.getReason());
        }
        if (uri.getScheme() == null || uri.getHost() == null) {
            throw refusal(text, "a target server is written scheme://host[:port][/path]");
        }
        if (uri.getRawQuery() != null
                || uri.getRawFragment() != null
                || uri.getRawUserInfo() != null) {
            throw refusal(
                    text,
                    "a phone puts a file name behind it, so it can have no query, fragment or"
                            + " user");
        }
        if (uri.getHost().indexOf('%') >= 0) {
            throw refusal(text, "a zone means something on one machine only");
        }
        String path = uri.getRawPath();
        if (!path.equals(uri.normalize().getRawPath())
                || path.contains("/..")
                || path.contains("//")) {
            throw refusal(text, "its path has empty or dotted steps");
        }
        ServerUrl url =
                new ServerUrl(
                        scheme(text, uri.getScheme()),
                        uri.getHost().toLowerCase(Locale.ROOT),
                        port(text, uri),
                        trimmed(path));
        if (url.told().length() > LONGEST) {
            throw refusal(text, "a phone keeps no more than " + LONGEST + " characters of it");
        }
        if (!url.told().chars().allMatch(c -> c > 32 && c < 127)) {
            throw refusal(text, "a phone reads only printable ASCII");
        }
        return url;
    }

    /** The form that P237 and P192 take: no scheme, and no port if it is the scheme's own. */
    public String told() {
        return host + (port < 0 || port == scheme.port ? "" : ":" + port) + path;
    }

    /** The port that is spoken to. */
    public int realPort() {
        return port < 0 ? scheme.port : port;
    }

    @Override
    public String toString() {
        return scheme.name().toLowerCase(Locale.ROOT)
                + "://"
                + host
                + (port < 0 ? "" : ":" + port)
                + path;
    }

    private static Scheme scheme(String text, String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "tftp" -> Scheme.TFTP;
            case "http" -> Scheme.HTTP;
            case "https" -> Scheme.HTTPS;
            default -> throw refusal(text, "phones fetch by tftp, http or https");
        };
    }

    private static int port(String text, URI uri) {
        int port = uri.getPort();
        if (port == 0 || port > 65_535) {
            throw refusal(text, "a port is 1 to 65535");
        }
        return port;
    }

    private static String trimmed(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static IllegalArgumentException refusal(String text, String why) {
        return new IllegalArgumentException("'" + text + "' is no target server: " + why);
    }
}
