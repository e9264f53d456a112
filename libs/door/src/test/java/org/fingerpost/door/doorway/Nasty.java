package org.fingerpost.door.doorway;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Requests that no phone sends and everybody else does. */
final class Nasty {
    /** A closed connection, perhaps after a status that says no more than that. */
    static final Pattern NO_BODY =
            Pattern.compile(
                    "(HTTP/\\d\\.\\d [45]\\d\\d [A-Za-z -]+\r\n"
                            + "(connection: close\r\n)?content-length: 0\r\n"
                            + "(connection: close\r\n)?\r\n)?",
                    Pattern.CASE_INSENSITIVE);

    private Nasty() {}

    /** Paths that are nobody's; all of them get the bare 404. */
    static Stream<String> paths() {
        return Stream.of(
                "/",
                "//",
                "/nothing",
                "/gs",
                "/gs/",
                "/gs/%zz",
                "/gs/%",
                "/gs/%2",
                "/gs/%00",
                "/gs/cfg%2f..%2f..%2fetc%2fpasswd",
                "/../../etc/passwd",
                "/gs/../../etc/passwd",
                "/gs/..%2f..%2fetc",
                "/gs/%2e%2e/%2e%2e/",
                "/api",
                "/q",
                "//api/v1/things",
                "//q/health",
                "/./api/echo",
                "/api/../gs",
                "/api/../q/health",
                "/api/./echo",
                "/api//echo",
                "/api/%2e%2e/gs",
                "/api/%2E%2e/gs",
                "/api/..",
                "/api/.",
                "/api/..%2fgs",
                "/api/%5c..%5cgs",
                "/api\\..\\gs",
                "/%61pi/echo",
                "/%71/health",
                "/API/echo",
                "/q/../gs",
                "/q;x=1/health",
                "/api;x=1/echo",
                "/gs/cfg#fragment",
                "/gs/\u00ff\u00fe",
                "/gs/\"<script>",
                "/favicon.ico",
                "/index.html",
                "/WEB-INF/web.xml",
                "/META-INF/resources",
                "*",
                "gs/cfg",
                "?x",
                "http://x/gs/known",
                "http://x",
                "http://x/api/echo",
                "http:///api/echo",
                "x:443",
                "/?x=/api/",
                "/gs?/../api/echo",
                "/" + "a".repeat(3000));
    }

    static Stream<String> methods() {
        return Stream.of(
                "POST",
                "PUT",
                "DELETE",
                "PATCH",
                "OPTIONS",
                "TRACE",
                "CONNECT",
                "PROPFIND",
                "get",
                "FOO");
    }

    /** What is hardly HTTP: at most a status without a body may come back. */
    static Stream<String> lines() {
        return Stream.of(
                "GET\r\n\r\n",
                "GET /gs/cfg\r\n\r\n",
                "\u0000\u0001\u0002\r\n\r\n",
                "GET /gs/a b c HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /gs/a HTTP/9.9\r\nHost: x\r\n\r\n",
                "GET /gs/a\u0000b HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /gs/a HTTP/1.1\r\nHo st: x\r\n\r\n",
                "GET /gs/a HTTP/1.1\r\n: x\r\n\r\n",
                "GET /gs/a HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
                "GET /gs/a HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                "GET /gs/a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /gs/a HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(100_000) + "\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\r\n\r\n");
    }
}
