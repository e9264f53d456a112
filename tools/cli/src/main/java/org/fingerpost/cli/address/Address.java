package org.fingerpost.cli.address;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a phone asks: scheme, host, port and a folder or file below it, without a slash at the end.
 *
 * <p>Paths may hold a device's token. {@link #url()} tells it, {@link #veiled()} and {@code
 * toString} do not.
 */
public record Address(Scheme scheme, String host, int port, String path) {
    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]+");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");

    public Address {
        if (host.isEmpty() || port < 1 || port > 65_535) {
            throw new BadAddressException("needs a host and a port from 1 to 65535");
        }
        host = host.toLowerCase(Locale.ROOT);
        path = withoutLastSlash(path);
    }

    /** Reads {@code http://host[:port][/path]} or the same with https. */
    public static Address ofUrl(String url) {
        return ofUrl(url, List.of(Scheme.HTTP, Scheme.HTTPS), "needs http:// or https:// in front");
    }

    /** The same for whatever a phone speaks: {@code tftp://} too. */
    public static Address ofPhonesUrl(String url) {
        return ofUrl(url, List.of(Scheme.values()), "needs http://, https:// or tftp:// in front");
    }

    private static Address ofUrl(String url, List<Scheme> spoken, String otherwise) {
        var lower = url.toLowerCase(Locale.ROOT);
        return spoken.stream()
                .filter(scheme -> lower.startsWith(scheme.prefix()))
                .findFirst()
                .map(scheme -> ofPath(scheme, url.substring(scheme.prefix().length())))
                .orElseThrow(() -> new BadAddressException(otherwise));
    }

    /** Reads what P237 and P192 hold: {@code host[:port][/path]}, no scheme. */
    public static Address ofPath(Scheme scheme, String hostAndPath) {
        if (hostAndPath.contains("://")) {
            throw new BadAddressException("has a scheme in it; phones put their own in front");
        }
        if (!PRINTABLE.matcher(hostAndPath).matches()) {
            throw new BadAddressException("is empty or holds spaces or bytes that are not ASCII");
        }
        var slash = hostAndPath.indexOf('/');
        var authority = slash < 0 ? hostAndPath : hostAndPath.substring(0, slash);
        var path = slash < 0 ? "" : hostAndPath.substring(slash);
        if (authority.contains("@") || path.contains("?") || path.contains("#")) {
            throw new BadAddressException("may hold host, port and path only: no @, ? or #");
        }
        var colon = authority.lastIndexOf(':');
        if (colon < 0 || authority.endsWith("]")) {
            return new Address(scheme, authority, scheme.port(), path);
        }
        var port = authority.substring(colon + 1);
        if (!PORT.matcher(port).matches()) {
            throw new BadAddressException("has a port that is no number");
        }
        return new Address(scheme, authority.substring(0, colon), Integer.parseInt(port), path);
    }

    /** The file of that name in this folder. */
    public Address file(String name) {
        return new Address(scheme, host, port, path + "/" + name);
    }

    public boolean secure() {
        return scheme == Scheme.HTTPS;
    }

    public boolean sameServer(Address other) {
        return scheme == other.scheme && port == other.port && host.equals(other.host);
    }

    /** As P237 and P192 are written: no scheme. */
    public String hostAndPath() {
        return authority() + path;
    }

    /** The whole URL, token and all. */
    public String url() {
        return scheme.prefix() + hostAndPath();
    }

    /** The URL with every path segment shortened that could be a token. */
    public String veiled() {
        return Veil.over(url());
    }

    @Override
    public String toString() {
        return veiled();
    }

    /** Host, and port unless it is the scheme's own. */
    public String authority() {
        return port == scheme.port() ? host : host + ":" + port;
    }

    private static String withoutLastSlash(String path) {
        var end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }
}
