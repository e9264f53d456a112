package org.fingerpost.door;

import java.util.Optional;

/**
 * One GET or HEAD of a phone.
 *
 * @param path as it came over the wire: starts with a slash, still percent-encoded (possibly
 *     wrongly), without the query
 * @param head whether only the headers are wanted; the answer is decided as for GET
 * @param headers the request's header fields
 * @param address the peer's IP address, empty if unknown; behind a proxy it is the proxy's
 * @param secure whether all of the way is TLS
 */
public record PhoneRequest(
        String path, boolean head, Headers headers, String address, boolean secure) {

    /** By what an answer travels on behind a gateway. */
    public static final String TRANSPORT = "Fingerpost-Transport";

    /** Looks a header field up. */
    @FunctionalInterface
    public interface Headers {
        /** The first value of the field, whatever the case of the name. */
        Optional<String> first(String name);
    }

    public Optional<String> header(String name) {
        return headers.first(name);
    }

    public Optional<String> userAgent() {
        return header("User-Agent");
    }

    public Optional<String> ifNoneMatch() {
        return header("If-None-Match");
    }

    public Optional<String> ifModifiedSince() {
        return header("If-Modified-Since");
    }

    public Optional<String> range() {
        return header("Range");
    }

    public Optional<String> ifRange() {
        return header("If-Range");
    }

    /**
     * Whether the answer goes on by TFTP: in clear, to whoever knows the address. That only takes
     * away from what may be told, so whoever says so is believed.
     */
    public boolean overTftp() {
        return header(TRANSPORT).isPresent();
    }

    public Optional<String> authorization() {
        return header("Authorization");
    }

    /** Without the path and the headers: they may hold a device's token. */
    @Override
    public String toString() {
        return "PhoneRequest[head=" + head + ", address=" + address + ", secure=" + secure + "]";
    }
}
