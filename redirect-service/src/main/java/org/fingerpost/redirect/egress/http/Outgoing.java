package org.fingerpost.redirect.egress.http;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * A request on its way out.
 *
 * @param url http or https, with a host
 * @param patience for everything together: from the first connection to the last byte
 * @param keep how many bytes of the answer's body are read; the connection is closed behind them
 */
public record Outgoing(
        String method,
        URI url,
        Map<String, String> headers,
        byte[] body,
        Duration patience,
        int keep,
        Trust trust) {

    /** Whom to believe in a TLS handshake. */
    public enum Trust {
        /** A certificate of a known authority for this very name, as secrets demand it. */
        CERTIFIED,
        /** Anybody, as many phones do; what is sent must be worth nothing. */
        ANYBODY
    }

    /** The port that is spoken to. */
    public int port() {
        return url.getPort() > 0 ? url.getPort() : isTls() ? 443 : 80;
    }

    boolean isTls() {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    /** The Host header: an IPv6 address stands in brackets there, and only there. */
    String authority() {
        return url.getPort() > 0 ? url.getHost() + ":" + url.getPort() : url.getHost();
    }

    /** What stands in the request line. */
    String target() {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }
}
