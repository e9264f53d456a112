package org.fingerpost.gateway.upstream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;

/** A web server that is none of ours, with an answer of each kind. */
final class OtherWebServer implements AutoCloseable {
    private final HttpServer server;
    private final CountDownLatch stalled = new CountDownLatch(1);

    OtherWebServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/whole",
                exchange -> {
                    exchange.getResponseHeaders().set("ETag", "\"a\"");
                    answer(exchange, 200, 500);
                });
        server.createContext(
                "/weak",
                exchange -> {
                    exchange.getResponseHeaders().set("ETag", "W/\"a\"");
                    answer(exchange, 200, 500);
                });
        server.createContext(
                "/huge",
                exchange -> {
                    exchange.sendResponseHeaders(200, 3_000_000);
                    exchange.close();
                });
        server.createContext(
                "/some",
                exchange -> {
                    exchange.getResponseHeaders().set("ETag", "\"b\"");
                    exchange.getResponseHeaders().set("Content-Range", "bytes 0-999/5000");
                    answer(exchange, 206, 1_000);
                });
        server.createContext(
                "/other",
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Range", "bytes 5-9/5000");
                    answer(exchange, 206, 5);
                });
        server.createContext(
                "/same",
                exchange -> {
                    boolean same =
                            "\"a\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
                    answer(exchange, same ? 304 : 500, 0);
                });
        server.createContext(
                "/empty",
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Range", "bytes */0");
                    answer(exchange, 416, 0);
                });
        server.createContext(
                "/moved",
                exchange -> {
                    exchange.getResponseHeaders().set("Location", "http://elsewhere/x");
                    answer(exchange, 302, 0);
                });
        server.createContext("/long-none", exchange -> chunked(exchange, 404, 3_000_000));
        server.createContext("/long-secret", exchange -> chunked(exchange, 403, 100));
        server.createContext("/chunked", exchange -> chunked(exchange, 200, 500));
        server.createContext("/chunked-huge", exchange -> chunked(exchange, 200, 3_000_000));
        server.createContext("/stalled", this::stall);
        server.createContext("/unreachable", exchange -> answer(exchange, 502, 0));
        server.createContext("/unavailable", exchange -> answer(exchange, 503, 0));
        server.createContext(
                "/busy",
                exchange -> {
                    exchange.getResponseHeaders().set("Retry-After", "30");
                    answer(exchange, 503, 0);
                });
        server.createContext(
                "/asked",
                exchange -> {
                    exchange.getResponseHeaders()
                            .set(
                                    "ETag",
                                    String.join(
                                            "|",
                                            exchange.getRequestHeaders().getFirst("Range"),
                                            exchange.getRequestHeaders().getFirst("User-Agent"),
                                            exchange.getRequestHeaders()
                                                    .getFirst("Fingerpost-Transport"),
                                            exchange.getRequestHeaders()
                                                    .getFirst("X-Forwarded-For")));
                    answer(exchange, 200, 1);
                });
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** What stopped in the middle of its answer goes on. */
    void goOn() {
        stalled.countDown();
    }

    @Override
    public void close() {
        goOn();
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, int status, int length) throws IOException {
        exchange.sendResponseHeaders(status, length == 0 ? -1 : length);
        exchange.getResponseBody().write(new byte[length]);
        exchange.close();
    }

    /** Without a Content-Length. */
    private static void chunked(HttpExchange exchange, int status, int length) throws IOException {
        exchange.sendResponseHeaders(status, 0);
        exchange.getResponseBody().write(new byte[length]);
        exchange.close();
    }

    private void stall(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("ETag", "\"a\"");
        exchange.sendResponseHeaders(200, 500);
        exchange.getResponseBody().write(new byte[100]);
        exchange.getResponseBody().flush();
        try {
            stalled.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }
}
