package org.fingerpost.door.replies;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.util.Iterator;
import java.util.Optional;
import org.fingerpost.door.Lane;
import org.fingerpost.door.http.ByteRange;
import org.fingerpost.door.http.UnwantedBody;
import org.jboss.logging.Logger;

/** Puts a reply on the wire: always with a Content-Length, never chunked. */
public final class ReplyWriter {
    private static final Logger LOG = Logger.getLogger(ReplyWriter.class);

    private static final OpenOptions READING = new OpenOptions().setRead(true).setWrite(false);

    private final Vertx vertx;

    public ReplyWriter(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Ends when the whole body is with the socket, or cannot get there. */
    public Future<Void> write(HttpServerRequest request, Reply reply, Optional<Lane.Place> place) {
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
        Pace pace = Pace.begin(request, response, place);
        Future<Void> sent = send(request, reply.body()).onComplete(done -> pace.end());
        sent.onSuccess(done -> conclude(reply)).onFailure(trouble -> retract(request));
        if (unread) {
            sent.onComplete(done -> UnwantedBody.discard(vertx, request));
        }
        return sent;
    }

    private Future<Void> send(HttpServerRequest request, Reply.Body body) {
        HttpServerResponse response = request.response();
        return switch (body) {
            case Reply.Body.Empty() -> response.end();
            case Reply.Body.Whole(var bytes) -> response.end(Buffer.buffer(bytes));
            case Reply.Body.Slice(var file, var offset, var length) ->
                    length == 0
                            ? response.end()
                            : request.isSSL()
                                    ? EncryptedFile.send(
                                            vertx.getOrCreateContext(),
                                            response,
                                            file,
                                            offset,
                                            length)
                                    : sendFile(request, file.toString(), offset, length);
            case Reply.Body.Slices(var file, var ranges) ->
                    vertx.fileSystem()
                            .open(file.toString(), READING)
                            .compose(open ->
                                    send(response, open, ranges, ranges.parts().iterator())
                                            .eventually(() -> open.close()));
        };
    }

    private static Future<Void> sendFile(
            HttpServerRequest request, String file, long offset, long length) {
        Cork cork = Cork.put(Pace.channel(request));
        return request.response().sendFile(file, offset, length).onComplete(done -> cork.pull());
    }

    /**
     * Part by part, each through a buffer that waits for the line: no system call sends a head and
     * a piece of a file in one answer again and again.
     */
    private Future<Void> send(
            HttpServerResponse response,
            AsyncFile open,
            ByteRanges ranges,
            Iterator<ByteRange.Part> left) {
        if (!left.hasNext()) {
            return response.end(Buffer.buffer(ranges.end()));
        }
        ByteRange.Part part = left.next();
        return response.write(Buffer.buffer(ranges.head(part)))
                .compose(done ->
                        open.setReadPos(part.first())
                                .setReadLength(part.length())
                                .pipe()
                                .endOnComplete(false)
                                .to(response))
                .compose(done -> send(response, open, ranges, left));
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

    /**
     * The file vanished or broke after it was looked at, or we failed. With nothing on the wire yet
     * that can be said; afterwards only hanging up tells the phone not to wait for the rest.
     */
    public static void retract(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        if (response.closed()) {
            return;
        }
        if (response.headWritten()) {
            request.connection().close();
            return;
        }
        response.headers().clear();
        response.setStatusCode(503)
                .putHeader("Retry-After", Long.toString(Replies.A_WHILE.toSeconds()))
                .putHeader(HttpHeaders.CONTENT_LENGTH, "0")
                .end();
    }
}
