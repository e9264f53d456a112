package org.fingerpost.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.fingerpost.gateway.names.Destination;
import org.fingerpost.gateway.names.Door;
import org.fingerpost.gateway.upstream.doors.Asked;
import org.fingerpost.gateway.upstream.doors.DoorsConfig;
import org.fingerpost.gateway.upstream.doors.HttpDoors;
import org.fingerpost.gateway.upstream.doors.Part;
import org.fingerpost.gateway.upstream.doors.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a web server that is none of ours. */
class HttpDoorsTest {
    private static final Part FIRST = new Part(0, 1_000, Optional.empty());

    private final Vertx vertx = Vertx.vertx();
    private final CountDownLatch stalled = new CountDownLatch(1);
    private HttpServer server;
    private HttpDoors doors;

    @BeforeEach
    void start() throws IOException {
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
        server.createContext("/busy", exchange -> answer(exchange, 503, 0));
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
        doors = new HttpDoors(vertx, new Place(server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        stalled.countDown();
        doors.close();
        vertx.close();
        server.stop(0);
    }

    @Test
    void aSmallFileComesWhole() throws Exception {
        assertThat(get("/whole", FIRST))
                .isInstanceOfSatisfying(
                        Reply.Whole.class,
                        whole -> {
                            assertThat(whole.tag()).isEqualTo("\"a\"");
                            assertThat(whole.bytes()).hasSize(500);
                        });
    }

    @Test
    void aWeakTagNamesNoBytes() throws Exception {
        assertThat(((Reply.Whole) get("/weak", FIRST)).tag()).isEmpty();
    }

    @Test
    void aLargeOneComesInPieces() throws Exception {
        assertThat(get("/some", FIRST))
                .isInstanceOfSatisfying(
                        Reply.Some.class,
                        some -> {
                            assertThat(some.tag()).isEqualTo("\"b\"");
                            assertThat(some.size()).isEqualTo(5_000);
                            assertThat(some.bytes()).hasSize(1_000);
                        });
    }

    @Test
    void theOtherAnswersAreTold() throws Exception {
        assertThat(get("/same", new Part(0, 10, Optional.of("\"a\""))))
                .isEqualTo(new Reply.Unchanged());
        assertThat(get("/none", FIRST)).isEqualTo(new Reply.Absent());
        assertThat(get("/moved", FIRST)).isEqualTo(new Reply.Elsewhere("http://elsewhere/x"));
        assertThat(get("/busy", FIRST)).isEqualTo(new Reply.Later());
        assertThat(get("/other", FIRST)).isEqualTo(new Reply.Later());
        assertThat(get("/empty", FIRST))
                .isInstanceOfSatisfying(
                        Reply.Whole.class, whole -> assertThat(whole.bytes()).isEmpty());
    }

    @Test
    void noMoreIsTakenThanThereIsRoomFor() throws Exception {
        assertThat(get("/huge", FIRST)).isEqualTo(new Reply.Away());
    }

    @Test
    void theStatusCountsHoweverTheRestOfTheAnswerComes() throws Exception {
        assertThat(get("/long-none", FIRST)).isEqualTo(new Reply.Absent());
        assertThat(get("/long-secret", FIRST)).isEqualTo(new Reply.Absent());
        assertThat(((Reply.Whole) get("/chunked", FIRST)).bytes()).hasSize(500);
        assertThat(get("/chunked-huge", FIRST)).isEqualTo(new Reply.Away());
    }

    @Test
    void aDoorThatDoesNotAnswerIsAway() throws Exception {
        server.stop(0);
        assertThat(get("/whole", FIRST)).isEqualTo(new Reply.Away());
    }

    @Test
    void aDoorThatStopsInTheMiddleOfItsAnswerIsAway() throws Exception {
        assertThat(get("/stalled", FIRST)).isEqualTo(new Reply.Away());
        stalled.countDown();
        assertThat(get("/whole", FIRST)).isInstanceOf(Reply.Whole.class);
    }

    @Test
    void theDoorIsToldForWhomAndHowTheAnswerGoesOn() throws Exception {
        assertThat(((Reply.Whole) get("/asked", FIRST)).tag())
                .isEqualTo("bytes=0-999|Grandstream HT502|tftp|192.0.2.7");
    }

    private Reply get(String path, Part part) throws Exception {
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        Asked asked =
                new Asked(
                        new Destination.At(Door.CONFIG, path),
                        Optional.of("Grandstream HT502"),
                        "192.0.2.7");
        doors.get(asked, part, reply::complete);
        return reply.get(20, TimeUnit.SECONDS);
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

    private record Place(int port) implements DoorsConfig {
        @Override
        public URI redirect() {
            return config();
        }

        @Override
        public URI config() {
            return URI.create("http://127.0.0.1:" + port);
        }

        @Override
        public URI firmware() {
            return config();
        }

        @Override
        public int connections() {
            return 4;
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(2);
        }
    }
}
