package org.fingerpost.gateway.upstream.doors;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a door's answer, of which no more is taken than there is room for. */
final class Answers {
    /** Config files have a sixteenth of that; nothing else comes whole. */
    private static final int MOST = 2 * 1024 * 1024;

    /** To read so much costs less than another connection. */
    private static final int MOST_DRAINED = 64 * 1024;

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
            case 502, 504 -> drained(response, new Reply.Away());
            case 503 ->
                    drained(response, saysWhen(response) ? new Reply.Later() : new Reply.Away());
            default -> drained(response, new Reply.Later());
        };
    }

    /**
     * A door that puts somebody off says until when; what stands before a door that is away, not.
     */
    private static boolean saysWhen(HttpClientResponse response) {
        return response.headers().contains(HttpHeaders.RETRY_AFTER);
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

    /** Reads it through; a door need not say beforehand how much comes. */
    private static Future<byte[]> body(HttpClientResponse response, int most) {
        Promise<byte[]> read = Promise.promise();
        Buffer body = Buffer.buffer();
        response.exceptionHandler(read::tryFail);
        response.endHandler(_ -> read.tryComplete(body.getBytes()));
        response.handler(bytes -> {
            if (body.length() + bytes.length() <= most) {
                body.appendBuffer(bytes);
            } else if (read.tryFail("a body of more than " + most + " bytes")) {
                response.request().reset();
            }
        });
        return read.future();
    }

    /** The status has said it all: what comes behind it is thrown away, if it is not too much. */
    private static Future<Reply> drained(HttpClientResponse response, Reply reply) {
        body(response, MOST_DRAINED);
        return Future.succeededFuture(reply);
    }

    private static Future<Reply> hungUp(HttpClientResponse response) {
        response.request().reset();
        return Future.succeededFuture(new Reply.Later());
    }
}
