package org.fingerpost.redirect.egress.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Reads an answer's first bytes on the event loop. */
final class Reading {
    private final HttpClientResponse response;
    private final int keep;
    private final CompletableFuture<Came.Answered> came;
    private final Buffer body = Buffer.buffer();

    private Reading(HttpClientResponse response, int keep, CompletableFuture<Came.Answered> came) {
        this.response = response;
        this.keep = keep;
        this.came = came;
    }

    static void start(
            HttpClientRequest request, Outgoing outgoing, CompletableFuture<Came.Answered> came) {
        // Before anything is sent: an answer that is there before somebody listens is lost.
        request.response()
                .onSuccess(response -> new Reading(response, outgoing.keep(), came).listen())
                .onFailure(came::completeExceptionally);
        request.end(Buffer.buffer(outgoing.body()));
    }

    private void listen() {
        response.exceptionHandler(came::completeExceptionally);
        response.endHandler(_ -> done());
        response.handler(this::take);
    }

    private void take(Buffer part) {
        body.appendBuffer(part, 0, Math.min(part.length(), keep - body.length()));
        if (body.length() == keep) {
            response.pause();
            done();
        }
    }

    private void done() {
        came.complete(
                new Came.Answered(
                        response.statusCode(),
                        length(),
                        Optional.ofNullable(response.getHeader(HttpHeaders.CONTENT_TYPE)),
                        body.getBytes()));
    }

    private Optional<Long> length() {
        String told = response.getHeader(HttpHeaders.CONTENT_LENGTH);
        return told != null && told.matches("[0-9]{1,18}")
                ? Optional.of(Long.valueOf(told))
                : Optional.empty();
    }
}
