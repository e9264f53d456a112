package org.fingerpost.gateway.upstream.doors;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The doors over HTTP/1.1. Each is told that its answer goes on by TFTP, in clear and to whoever
 * says that address: that only takes away from what may be told, so anybody may say it.
 */
public final class HttpDoors implements Doors, AutoCloseable {
    /** A header of ours: how the answer travels on. */
    static final String TRANSPORT = "Fingerpost-Transport";

    private static final int CONNECT_MILLIS = 2_000;

    /**
     * Each asks once and is remembered by its name: a file is asked for once, not by each phone.
     */
    private static final int MOST_WAITING = 20_000;

    private final HttpClient client;
    private final DoorsConfig places;
    private final long patience;

    public HttpDoors(Vertx vertx, DoorsConfig config) {
        this.places = config;
        this.patience = config.patience().toMillis();
        this.client =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setKeepAlive(true)
                                .setConnectTimeout(CONNECT_MILLIS)
                                // The other patience ends with the head of an answer.
                                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                                .setIdleTimeout(Math.toIntExact(patience))
                                .setMaxWaitQueueSize(MOST_WAITING),
                        new PoolOptions().setHttp1MaxSize(config.connections()));
    }

    @Override
    public void get(Asked asked, Part part, Consumer<Reply> then) {
        client.request(options(asked, part))
                .compose(request -> reply(request, part))
                .onComplete(
                        read -> then.accept(read.succeeded() ? read.result() : new Reply.Away()));
    }

    /** Listens before anything is sent: a short answer may be over before another thread looks. */
    private static Future<Reply> reply(HttpClientRequest request, Part part) {
        Future<Reply> reply = request.response().compose(response -> Answers.read(response, part));
        request.end();
        return reply;
    }

    private RequestOptions options(Asked asked, Part part) {
        RequestOptions options =
                places.way(asked.at().door())
                        .setMethod(HttpMethod.GET)
                        .setURI(asked.at().path())
                        .setTimeout(patience)
                        .putHeader("Range", part.range())
                        .putHeader(TRANSPORT, "tftp")
                        .putHeader("X-Forwarded-For", asked.client());
        asked.userAgent().ifPresent(agent -> options.putHeader("User-Agent", agent));
        part.unless().ifPresent(tag -> options.putHeader("If-None-Match", tag));
        return options;
    }

    @Override
    public void close() {
        client.close();
    }
}
