package org.fingerpost.gateway.front;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Router;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.fingerpost.gateway.upstream.doors.DoorsConfig;

/**
 * Passes every request on to the service that its path belongs to, but those below {@code /q/},
 * which are about the gateway itself.
 *
 * <p>What a caller says about himself on behalf of others is taken away, and his address is said
 * instead: a phone cannot pass for another by a header.
 */
@ApplicationScoped
class FrontDoor {
    /** Nobody may come before. */
    private static final int FIRST = Integer.MIN_VALUE;

    /** A service's largest number of bodies under way, and some. */
    private static final int CONNECTIONS = 2_500;

    private static final int CONNECT_MILLIS = 2_000;

    /** A service that sends nothing for so long is gone; bodies that are slow send something. */
    private static final int IDLE_SECONDS = 120;

    private static final List<String> ON_BEHALF =
            List.of(
                    "Forwarded",
                    "X-Forwarded-For",
                    "X-Forwarded-Host",
                    "X-Forwarded-Port",
                    "X-Forwarded-Proto",
                    "X-Forwarded-Prefix",
                    "X-Forwarded-Ssl",
                    "X-Real-IP");

    /** No service speaks WebSocket, and a handshake would pass by {@link Introduced}. */
    private static final ProxyOptions PLAIN_HTTP = new ProxyOptions().setSupportWebSocket(false);

    private final DoorsConfig places;

    FrontDoor(DoorsConfig places) {
        this.places = places;
    }

    void open(@Observes Router router, Vertx vertx) {
        HttpClient client =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setConnectTimeout(CONNECT_MILLIS)
                                .setIdleTimeout(IDLE_SECONDS),
                        new PoolOptions().setHttp1MaxSize(CONNECTIONS));
        HttpProxy proxy =
                HttpProxy.reverseProxy(PLAIN_HTTP, client)
                        .origin(context -> client.request(way(context)))
                        .addInterceptor(new Introduced());
        router.route()
                .order(FIRST)
                .handler(context -> {
                    if (context.request().uri().startsWith("/q/")) {
                        context.next();
                    } else {
                        proxy.handle(context.request());
                    }
                });
    }

    private RequestOptions way(ProxyContext context) {
        return places.way(Owner.of(context.request().proxiedRequest().uri()).service());
    }

    /** Says who calls, and takes away what he says about that himself. */
    private static final class Introduced implements ProxyInterceptor {
        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            ProxyRequest request = context.request();
            HttpServerRequest caller = request.proxiedRequest();
            ON_BEHALF.forEach(request.headers()::remove);
            request.putHeader("X-Forwarded-For", caller.remoteAddress().hostAddress());
            request.setURI(Owner.of(caller.uri()).uri());
            return context.sendRequest();
        }
    }
}
