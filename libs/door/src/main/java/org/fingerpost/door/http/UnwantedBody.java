package org.fingerpost.door.http;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/**
 * The body of a request that a door has answered without reading it. It is read and thrown away for
 * a moment before the connection is closed: closing with unread bytes would reset the connection
 * and could take the answer from the client again.
 */
public final class UnwantedBody {
    private static final long PATIENCE_MS = 1000;
    private static final long MOST = 1L << 20;

    private final HttpServerRequest request;
    private long read;

    private UnwantedBody(HttpServerRequest request) {
        this.request = request;
    }

    public static boolean announcedBy(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return (length != null && !length.equals("0"))
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    /** Called once the answer is out: swallows what comes, closes the connection soon. */
    public static void discard(Vertx vertx, HttpServerRequest request) {
        UnwantedBody body = new UnwantedBody(request);
        if (request.isEnded()) {
            body.close();
            return;
        }
        long timer = vertx.setTimer(PATIENCE_MS, id -> body.close());
        request.connection().closeHandler(closed -> vertx.cancelTimer(timer));
        request.exceptionHandler(gone -> {});
        request.handler(body::swallow);
        request.endHandler(end -> body.close());
        request.resume();
    }

    private void swallow(Buffer part) {
        read += part.length();
        if (read > MOST) {
            close();
        }
    }

    private void close() {
        request.connection().close();
    }
}
