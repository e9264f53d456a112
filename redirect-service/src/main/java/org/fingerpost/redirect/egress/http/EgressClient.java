package org.fingerpost.redirect.egress.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.fingerpost.redirect.egress.Destination;
import org.fingerpost.redirect.egress.Egress;

/** Sends one request, over one connection, to an address that was checked. Blocks its caller. */
@ApplicationScoped
public class EgressClient {
    private static final int CONNECT_MILLIS = 3_000;

    private final Egress egress;
    private final HttpClient certified;
    private final HttpClient anybody;

    EgressClient(Egress egress, Vertx vertx) {
        this.egress = egress;
        this.certified = vertx.createHttpClient(options());
        this.anybody = vertx.createHttpClient(options().setTrustAll(true).setVerifyHost(false));
    }

    private static HttpClientOptions options() {
        return new HttpClientOptions()
                .setKeepAlive(false)
                .setConnectTimeout(CONNECT_MILLIS)
                .setMaxPoolSize(64);
    }

    public Came send(Outgoing outgoing) {
        return switch (egress.check(outgoing.url().getHost(), outgoing.port())) {
            case Destination.Open open -> send(outgoing, open);
            case Destination.Closed(var reason) -> new Came.Refused(reason);
            case Destination.Unknown(var reason) -> new Came.Failed(reason);
        };
    }

    /** The addresses one after the other, until one lets itself be connected to. */
    private Came send(Outgoing outgoing, Destination.Open open) {
        long deadline = System.nanoTime() + outgoing.patience().toNanos();
        Came last = new Came.Failed(open.host() + " has no address");
        for (InetAddress address : open.addresses()) {
            try {
                HttpClientRequest request = connect(outgoing, open, address, deadline);
                return exchange(request, outgoing, deadline);
            } catch (ExecutionException e) {
                last = new Came.Failed(Trouble.of(e.getCause()));
            } catch (TimeoutException e) {
                return new Came.Failed(
                        "no answer within " + outgoing.patience().toSeconds() + " s");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Came.Failed("this service is stopping");
            }
        }
        return last;
    }

    private HttpClientRequest connect(
            Outgoing outgoing, Destination.Open open, InetAddress address, long deadline)
            throws ExecutionException, TimeoutException, InterruptedException {
        RequestOptions options =
                new RequestOptions()
                        .setMethod(HttpMethod.valueOf(outgoing.method()))
                        .setServer(
                                SocketAddress.inetSocketAddress(
                                        new InetSocketAddress(address, open.port())))
                        .setHost(open.host())
                        .setPort(open.port())
                        .setSsl(outgoing.isTls())
                        .setURI(outgoing.target())
                        .setFollowRedirects(false);
        options.putHeader("Host", outgoing.authority());
        outgoing.headers().forEach(options::putHeader);
        HttpClient client =
                switch (outgoing.trust()) {
                    case CERTIFIED -> certified;
                    case ANYBODY -> anybody;
                };
        return client.request(options)
                .toCompletionStage()
                .toCompletableFuture()
                .get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    private static Came exchange(HttpClientRequest request, Outgoing outgoing, long deadline)
            throws TimeoutException, InterruptedException {
        CompletableFuture<Came.Answered> came = new CompletableFuture<>();
        Reading.start(request, outgoing, came);
        try {
            return came.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            return new Came.Failed(Trouble.of(e.getCause()));
        } finally {
            request.connection().close();
        }
    }
}
