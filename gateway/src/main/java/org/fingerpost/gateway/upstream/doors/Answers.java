package org.fingerpost.gateway.upstream.doors;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClientResponse;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a door's answer, of which no more is taken than there is room for. */
final class Answers {
    /** Config files have a sixteenth of that; nothing else comes whole. */
    private static final int MOST = 2 * 1024 * 1024;

    private static final Pattern RANGE =
            Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18})");

    private Answers() {}

    static Future<Reply> read(HttpClientResponse response, Part part) {
        return switch (response.statusCode()) {
            case 200 -> whole(response);
            case 206 -> some(response, part);
            case 304 -> Future.succeededFuture(new Reply.Unchanged());
            case 301, 302, 303, 307, 308 ->
                    drained(
                            response,
                            Optional.ofNullable(response.getHeader("Location"))
                                    .<Reply>map(Reply.Elsewhere::new)
                                    .orElseGet(Reply.Absent::new));
            // Of an empty file there is no range.
            case 416 ->
                    drained(
                            response,
                            "bytes */0".equals(response.getHeader("Content-Range"))
                                    ? new Reply.Whole("", new byte[0])
                                    : new Reply.Absent());
            case 401, 403, 404, 410 -> drained(response, new Reply.Absent());
            default -> drained(response, new Reply.Later());
        };
    }

    private static Future<Reply> whole(HttpClientResponse response) {
        String tag = tag(response);
        return body(response, MOST).map(bytes -> new Reply.Whole(tag, bytes));
    }

    /** Of two answers with the same weak tag the bytes may differ (RFC 9110, 8.8.1): it is none. */
    private static String tag(HttpClientResponse response) {
        return Optional.ofNullable(response.getHeader("ETag"))
                .filter(tag -> !tag.startsWith("W/"))
                .orElse("");
    }

    private static Future<Reply> some(HttpClientResponse response, Part part) {
        Matcher range =
                RANGE.matcher(Optional.ofNullable(response.getHeader("Content-Range")).orElse(""));
        String tag = tag(response);
        if (!range.matches() || Long.parseLong(range.group(1)) != part.offset()) {
            return hungUp(response);
        }
        long size = Long.parseLong(range.group(3));
        long expected = Math.min(part.length(), size - part.offset());
        return body(response, part.length())
                .map(bytes ->
                        bytes.length == expected
                                ? new Reply.Some(tag, size, bytes)
                                : new Reply.Later());
    }

    private static Future<byte[]> body(HttpClientResponse response, int most) {
        long length;
        try {
            length = Long.parseLong(response.getHeader("Content-Length"));
        } catch (NumberFormatException e) {
            length = Long.MAX_VALUE;
        }
        if (length > most) {
            response.request().reset();
            return Future.failedFuture("a body of " + length + " bytes");
        }
        return response.body().map(buffer -> buffer.getBytes());
    }

    private static Future<Reply> drained(HttpClientResponse response, Reply reply) {
        return body(response, MOST).map(reply);
    }

    private static Future<Reply> hungUp(HttpClientResponse response) {
        response.request().reset();
        return Future.succeededFuture(new Reply.Later());
    }
}
