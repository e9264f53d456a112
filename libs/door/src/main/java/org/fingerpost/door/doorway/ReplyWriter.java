package org.fingerpost.door.doorway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import org.fingerpost.door.http.UnwantedBody;
import org.jboss.logging.Logger;

/** Puts a reply on the wire: always with a Content-Length, never chunked. */
final class ReplyWriter {
    private static final Logger LOG = Logger.getLogger(ReplyWriter.class);

    private final Vertx vertx;

    ReplyWriter(Vertx vertx) {
        this.vertx = vertx;
    }

    void write(HttpServerRequest request, Reply reply) {
        HttpServerResponse response = request.response();
        boolean unread = UnwantedBody.announcedBy(request);
        response.exceptionHandler(gone -> {}); // a phone that hangs up is not news
        response.setStatusCode(reply.status());
        reply.fields().forEach(field -> response.putHeader(field.name(), field.value()));
        if (reply.length() >= 0) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(reply.length()));
        }
        if (unread && request.version() != HttpVersion.HTTP_2) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        Future<Void> sent = send(response, reply.body());
        sent.onSuccess(done -> conclude(reply)).onFailure(trouble -> retract(response));
        if (unread) {
            sent.onComplete(done -> UnwantedBody.discard(vertx, request));
        }
    }

    private static Future<Void> send(HttpServerResponse response, Reply.Body body) {
        return switch (body) {
            case Reply.Body.Empty() -> response.end();
            case Reply.Body.Whole(var bytes) -> response.end(Buffer.buffer(bytes));
            case Reply.Body.Slice(var file, var offset, var length) ->
                    length == 0
                            ? response.end()
                            : response.sendFile(file.toString(), offset, length);
        };
    }

    private static void conclude(Reply reply) {
        if (reply.body() instanceof Reply.Body.Empty) {
            return;
        }
        try {
            reply.whenSent().run();
        } catch (RuntimeException e) {
            LOG.errorf(e, "What should follow an answer (%s) failed", reply.seen().kind().word());
        }
    }

    /** The file vanished after it was looked at: nothing is on the wire yet. */
    private static void retract(HttpServerResponse response) {
        if (!response.headWritten() && !response.closed()) {
            response.headers().clear();
            response.setStatusCode(503)
                    .putHeader("Retry-After", Long.toString(Replies.A_WHILE.toSeconds()))
                    .putHeader(HttpHeaders.CONTENT_LENGTH, "0")
                    .end();
        }
    }
}
