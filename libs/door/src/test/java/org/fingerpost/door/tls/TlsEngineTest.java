package org.fingerpost.door.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.net.OpenSSLEngineOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLSession;
import org.fingerpost.door.MadeCertificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsEngineTest {
    private static final Vertx VERTX = Vertx.vertx();

    @TempDir private static Path folder;
    private static PfxOptions certificate;

    @BeforeAll
    static void certify() throws IOException, InterruptedException {
        certificate = MadeCertificate.in(folder);
    }

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void theNativeEngineIsTakenWhereItIs() {
        assertThat(TlsEngine.AUTO.options(true)).isInstanceOf(OpenSSLEngineOptions.class);
        assertThat(TlsEngine.AUTO.options(false)).isInstanceOf(JdkSSLEngineOptions.class);
        assertThat(TlsEngine.JDK.options(true)).isInstanceOf(JdkSSLEngineOptions.class);
        assertThat(TlsEngine.NATIVE.options(true)).isInstanceOf(OpenSSLEngineOptions.class);
    }

    @Test
    void nobodyWhoAsksForTheNativeEngineGetsAnother() {
        assertThatIllegalStateException()
                .isThrownBy(() -> TlsEngine.NATIVE.options(false))
                .withMessageContaining("fingerpost.tls.engine");
    }

    @ParameterizedTest
    @CsvSource({"JDK,TLSv1.2", "JDK,TLSv1.3", "NATIVE,TLSv1.2", "NATIVE,TLSv1.3"})
    void oldPhonesAndNewOnesSpeakWithEither(TlsEngine engine, String protocol) {
        boolean here = engine == TlsEngine.JDK || OpenSSLEngineOptions.isAvailable();
        assumeTrue(here, "this machine has no native TLS");

        assertThat(session(engine, protocol).getProtocol()).isEqualTo(protocol);
    }

    @ParameterizedTest
    @CsvSource({"JDK", "NATIVE"})
    void whatNobodyShouldSpeakAnyMoreIsRefusedByEither(TlsEngine engine) {
        boolean here = engine == TlsEngine.JDK || OpenSSLEngineOptions.isAvailable();
        assumeTrue(here, "this machine has no native TLS");

        assertThat(catchThrowable(() -> session(engine, "TLSv1.1")))
                .isInstanceOf(CompletionException.class);
    }

    /** What a client of the JDK that speaks this alone agrees on with a server. */
    private static SSLSession session(TlsEngine engine, String protocol) {
        HttpServerOptions options =
                new HttpServerOptions()
                        .setSsl(true)
                        .setKeyCertOptions(certificate)
                        .setEnabledSecureTransportProtocols(Set.of("TLSv1.2", "TLSv1.3"))
                        .setSslEngineOptions(engine.options());
        HttpServer server =
                VERTX.createHttpServer(options)
                        .requestHandler(request -> request.response().end("heard"))
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
        HttpClientOptions client =
                new HttpClientOptions()
                        .setSsl(true)
                        .setTrustAll(true)
                        .setVerifyHost(false)
                        .setEnabledSecureTransportProtocols(Set.of(protocol));
        return VERTX.createHttpClient(client)
                .request(HttpMethod.GET, server.actualPort(), "127.0.0.1", "/")
                .compose(HttpClientRequest::send)
                .map(response -> response.request().connection().sslSession())
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }
}
