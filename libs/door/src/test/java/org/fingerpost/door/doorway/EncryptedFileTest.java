package org.fingerpost.door.doorway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.OpenSSLEngineOptions;
import io.vertx.core.net.SSLEngineOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.fingerpost.door.Answer;
import org.fingerpost.door.MadeCertificate;
import org.fingerpost.door.PhoneRequest;
import org.fingerpost.door.Seen;
import org.fingerpost.door.sightings.Kind;
import org.fingerpost.door.sightings.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Firmware over TLS, to the byte. */
class EncryptedFileTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final byte[] IMAGE = new byte[5_000_001];
    private static final String NAME = "gxp2160fw.bin";

    @TempDir private static Path folder;
    private static KeyCertOptions certificate;
    private static final AtomicInteger SENT = new AtomicInteger();

    @BeforeAll
    static void write() throws IOException, InterruptedException {
        certificate = MadeCertificate.in(folder);
        new Random(6).nextBytes(IMAGE);
        Files.write(folder.resolve(NAME), IMAGE);
        Files.write(folder.resolve("shorter.bin"), Arrays.copyOf(IMAGE, 100_000));
    }

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @EnumSource(
            value = HttpVersion.class,
            names = {"HTTP_1_1", "HTTP_2"})
    void itComesWholeAndInPartsAndTheLineGoesOnBehindIt(HttpVersion version) throws Exception {
        try (Line line = new Line(version)) {
            SENT.set(0);
            for (int i = 0; i < 30; i++) {
                assertThat(line.get(NAME, "")).isEqualTo(IMAGE);
            }
            assertThat(line.get(NAME, "bytes=4000000-4999999"))
                    .isEqualTo(Arrays.copyOfRange(IMAGE, 4_000_000, 5_000_000));
            assertThat(line.get(NAME, "bytes=-1")).isEqualTo(new byte[] {IMAGE[5_000_000]});
            assertThat(SENT).as("each was told of when it was through").hasValue(30);
        }
    }

    @Test
    void whoTakesItSlowlyHasItWholeToo() throws Exception {
        try (Line line = new Line(HttpVersion.HTTP_1_1)) {
            Buffer came = Buffer.buffer();
            line.ask(
                    NAME,
                    "",
                    response -> {
                        response.handler(bytes -> {
                            came.appendBuffer(bytes);
                            response.pause();
                            VERTX.setTimer(1, later -> response.fetch(1));
                        });
                        return response.end();
                    });
            assertThat(came.getBytes()).isEqualTo(IMAGE);
        }
    }

    @Test
    void fileThatIsShorterThanItWasIsNotGivenAndOthersAre() throws Exception {
        try (Line line = new Line(HttpVersion.HTTP_1_1)) {
            int status =
                    line.ask(
                            "shorter.bin",
                            "",
                            response -> Future.succeededFuture(response.statusCode()));
            assertThat(status).isEqualTo(503);
            assertThat(line.get(NAME, "")).isEqualTo(IMAGE);
        }
    }

    @Test
    void phoneThatHangsUpHalfWayKeepsNobodyElseWaiting() throws Exception {
        try (Line line = new Line(HttpVersion.HTTP_1_1)) {
            line.ask(NAME, "", response -> response.request().connection().close());
            assertThat(line.get(NAME, "")).isEqualTo(IMAGE);
        }
    }

    private static Answer answer(PhoneRequest request) {
        String name = request.path().substring("/fw/".length());
        return new Answer.StoredFile(
                Seen.of(Kind.FIRMWARE, Outcome.SERVED).withFile(name),
                folder.resolve(name),
                IMAGE.length,
                "d1",
                Instant.EPOCH,
                SENT::incrementAndGet);
    }

    /** A door and a phone of one protocol. */
    private static final class Line implements AutoCloseable {
        private final HttpServer server;
        private final HttpClient client;

        Line(HttpVersion version) {
            Router router = Router.router(VERTX);
            new Doorway(
                            EncryptedFileTest::answer,
                            new Notes("firmware", _ -> {}, DoorMeters.none(), Clock.systemUTC()),
                            new AccessLog(false, "firmware"),
                            Quiet.shedding(),
                            VERTX,
                            List.of(),
                            false)
                    .open(router);
            HttpServerOptions options =
                    new HttpServerOptions()
                            .setSsl(true)
                            .setUseAlpn(true)
                            .setSslEngineOptions(engine())
                            .setKeyCertOptions(certificate);
            server =
                    VERTX.createHttpServer(options)
                            .requestHandler(router)
                            .listen(0, "127.0.0.1")
                            .toCompletionStage()
                            .toCompletableFuture()
                            .join();
            client =
                    VERTX.createHttpClient(
                            new HttpClientOptions()
                                    .setSsl(true)
                                    .setUseAlpn(true)
                                    .setProtocolVersion(version)
                                    .setTrustAll(true)
                                    .setVerifyHost(false));
        }

        private static SSLEngineOptions engine() {
            return OpenSSLEngineOptions.isAvailable()
                    ? new OpenSSLEngineOptions()
                    : new JdkSSLEngineOptions();
        }

        /**
         * @param taking is told of the answer before any of its body comes
         */
        <T> T ask(String name, String range, Function<HttpClientResponse, Future<T>> taking) {
            return client.request(HttpMethod.GET, server.actualPort(), "127.0.0.1", "/fw/" + name)
                    .compose(request -> {
                        if (!range.isEmpty()) {
                            request.putHeader("Range", range);
                        }
                        return request.send().compose(taking);
                    })
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }

        byte[] get(String name, String range) {
            return ask(name, range, HttpClientResponse::body).getBytes();
        }

        @Override
        public void close() {
            client.close();
            server.close().toCompletionStage().toCompletableFuture().join();
        }
    }
}
