package org.fingerpost.door.doorway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.fingerpost.door.Answer;
import org.fingerpost.door.MadeCertificate;
import org.fingerpost.door.Seen;
import org.fingerpost.door.sightings.Kind;
import org.fingerpost.door.sightings.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A door whose TLS comes to it unopened, so that nothing before it saw a path. */
class TlsForPhonesTest {
    private static final Vertx VERTX = Vertx.vertx();

    @TempDir private static Path folder;
    private static HttpServerOptions tls;

    @BeforeAll
    static void certify() throws IOException, InterruptedException {
        tls = new HttpServerOptions().setSsl(true).setKeyCertOptions(MadeCertificate.in(folder));
    }

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void whatIsAnOperatorsIsNobodysByTls() {
        assertThat(status(true, tls, HttpMethod.GET, "/q/metrics")).isEqualTo(404);
        assertThat(status(true, tls, HttpMethod.GET, "/api/v1/providers")).isEqualTo(404);
        assertThat(status(true, tls, HttpMethod.POST, "/call")).isEqualTo(404);
    }

    @Test
    void byPlainHttpItIsTheOperatorsStill() {
        HttpServerOptions plain = new HttpServerOptions();

        assertThat(status(true, plain, HttpMethod.GET, "/q/health/ready")).isEqualTo(200);
        assertThat(status(true, plain, HttpMethod.POST, "/call")).isEqualTo(200);
    }

    @Test
    void doorThatIsNotToldSoServesOperatorsByTls() {
        assertThat(status(false, tls, HttpMethod.GET, "/q/metrics")).isEqualTo(200);
    }

    private static int status(
            boolean phonesOnly, HttpServerOptions options, HttpMethod method, String path) {
        Router router = Router.router(VERTX);
        router.route().last().handler(context -> context.end("the operators'"));
        new Doorway(
                        _ -> new Answer.Nothing(Seen.of(Kind.OTHER, Outcome.NONE)),
                        new Notes("redirect", _ -> {}, DoorMeters.none(), Clock.systemUTC()),
                        new AccessLog(false, "redirect"),
                        Quiet.shedding(),
                        VERTX,
                        List.of("/call"::equals),
                        phonesOnly)
                .open(router);
        HttpServer server =
                VERTX.createHttpServer(options)
                        .requestHandler(router)
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
        HttpClientOptions client =
                new HttpClientOptions()
                        .setSsl(options.isSsl())
                        .setTrustAll(true)
                        .setVerifyHost(false);
        return VERTX.createHttpClient(client)
                .request(method, server.actualPort(), "127.0.0.1", path)
                .compose(HttpClientRequest::send)
                .map(response -> response.statusCode())
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }
}
