package org.fingerpost.config.assembly.proofs;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/**
 * A directory that phones fetch from, as they are told it: the scheme as a number (P212), the rest
 * without it (P237, with no slash at the end).
 */
record Directory(int scheme, String told) {
    /** In the order of P212. */
    private static final List<String> SCHEMES = List.of("tftp", "http", "https");

    /**
     * @throws IllegalArgumentException if it is no directory that a phone can be told
     */
    static Directory of(String url) {
        URI uri;
        try {
            uri = new URI(url.strip());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'" + url + "' is no URL", e);
        }
        if (uri.getScheme() == null
                || uri.getHost() == null
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null
                || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "'" + url + "' must be written scheme://host[:port][/path]");
        }
        int scheme = scheme(uri.getScheme().toLowerCase(Locale.ROOT));
        int port = uri.getPort();
        String at = port < 0 || port == ordinaryPort(scheme) ? "" : ":" + port;
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return new Directory(scheme, host + at + trimmed(uri.getRawPath()));
    }

    /** The directory below this one. */
    Directory step(String name) {
        return new Directory(scheme, told + "/" + name);
    }

    /** With the scheme in front, as people write it. */
    String url() {
        return SCHEMES.get(scheme) + "://" + told;
    }

    /** Does it lead to the doors of the provider with this path key? */
    boolean leadsTo(String pathKey) {
        return leadsTo(told, pathKey);
    }

    static boolean leadsTo(String told, String pathKey) {
        return (told + "/").contains("/p/" + pathKey + "/");
    }

    static String trimmed(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    private static int scheme(String name) {
        int scheme = SCHEMES.indexOf(name);
        if (scheme < 0) {
            throw new IllegalArgumentException("phones fetch by tftp, http or https");
        }
        return scheme;
    }

    private static int ordinaryPort(int scheme) {
        return switch (scheme) {
            case 0 -> 69;
            case 1 -> 80;
            default -> 443;
        };
    }
}
