package org.fingerpost.redirect.egress.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLServerSocket;
import org.fingerpost.redirect.SelfSigned;
import org.fingerpost.redirect.egress.Cidr;
import org.fingerpost.redirect.egress.Egress;
import org.fingerpost.redirect.egress.PortRange;
import org.fingerpost.redirect.egress.Resolver;
import org.fingerpost.redirect.egress.http.Outgoing.Trust;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EgressClientTest {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final String HELLO =
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello";

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        vertx.close();
    }

    @Test
    void theConnectionGoesToTheCheckedAddressAndTheNameIntoTheHostHeader() {
        try (Loopback server = new Loopback(HELLO)) {
            Came came =
                    client(_ -> List.of(LOOPBACK))
                            .send(get("http://phones.example:" + server.port() + "/a?b"));

            assertThat(came)
                    .isInstanceOfSatisfying(
                            Came.Answered.class,
                            answer -> {
                                assertThat(answer.status()).isEqualTo(200);
                                assertThat(answer.length()).contains(5L);
                                assertThat(answer.contentType()).contains("text/plain");
                                assertThat(answer.body()).asString().isEqualTo("hello");
                            });
            assertThat(server.heard())
                    .singleElement()
                    .asString()
                    .startsWith("GET /a?b HTTP/1.1\r\n")
                    .containsIgnoringCase("\r\nHost: phones.example:" + server.port() + "\r\n");
        }
    }

    /** A name that is outside when it is checked, and inside when it is spoken to. */
    @Test
    void aNameIsResolvedOnceSoItCannotLeadElsewhereAfterTheCheck() {
        AtomicInteger asked = new AtomicInteger();
        Resolver rebinding =
                _ ->
                        List.of(
                                asked.getAndIncrement() == 0
                                        ? LOOPBACK
                                        : InetAddress.ofLiteral("10.0.0.1"));
        try (Loopback server = new Loopback(HELLO)) {
            EgressClient client = client(rebinding);
            String url = "http://rebinding.example:" + server.port() + "/";

            assertThat(client.send(get(url))).isInstanceOf(Came.Answered.class);
            assertThat(asked).hasValue(1);
            assertThat(client.send(get(url))).isInstanceOf(Came.Refused.class);
            assertThat(server.heard()).hasSize(1);
        }
    }

    @Test
    void whatIsInsideIsNotEvenConnectedTo() {
        try (Loopback server = new Loopback(HELLO)) {
            Egress strict = new Egress(List.of(), anyPort(), _ -> List.of(LOOPBACK));

            Came came =
                    new EgressClient(strict, vertx)
                            .send(get("http://phones.example:" + server.port() + "/"));

            assertThat(came)
                    .isEqualTo(
                            new Came.Refused(
                                    "phones.example leads to an address that is not public: it is"
                                            + " loopback"));
            assertThat(server.heard()).isEmpty();
        }
    }

    @Test
    void theNextAddressIsTriedWhenOneDoesNotTakeConnections() {
        try (Loopback server = new Loopback(HELLO)) {
            Resolver two = _ -> List.of(InetAddress.ofLiteral("127.0.0.77"), LOOPBACK);

            assertThat(client(two).send(get("http://phones.example:" + server.port() + "/")))
                    .isInstanceOf(Came.Answered.class);
        }
    }

    @Test
    void aRedirectIsAnAnswerAndIsNotFollowed() {
        String away =
                "HTTP/1.1 302 Found\r\nLocation: http://10.0.0.1/\r\nContent-Length: 0\r\n\r\n";
        try (Loopback server = new Loopback(away)) {
            assertThat(answered(server).status()).isEqualTo(302);
        }
    }

    @Test
    void noMoreIsReadThanWasAskedFor() {
        String endless =
                "HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n" + "x".repeat(100_000);
        try (Loopback server = new Loopback(endless)) {
            Came.Answered answer = answered(server);

            assertThat(answer.body()).hasSize(1000);
            assertThat(answer.length()).contains(100_000_000L);
        }
    }

    @Test
    void whatIsNoHttpFailsInOurOwnWords() {
        try (Loopback server = new Loopback("SSH-2.0-secret\r\n\r\n")) {
            assertThat(sent(server))
                    .isInstanceOfSatisfying(
                            Came.Failed.class,
                            failed -> assertThat(failed.reason()).doesNotContain("secret"));
        }
    }

    @Test
    void aPeerThatSaysNothingFailsWhenPatienceEnds() {
        try (Loopback server = new Loopback("")) {
            Outgoing hasty =
                    new Outgoing(
                            "GET",
                            URI.create("http://phones.example:" + server.port() + "/"),
                            Map.of(),
                            new byte[0],
                            Duration.ofMillis(50),
                            1000,
                            Trust.CERTIFIED);

            assertThat(client(_ -> List.of(LOOPBACK)).send(hasty)).isInstanceOf(Came.Failed.class);
        }
    }

    @Test
    void secretsGoOnlyToWhoHasACertificateOfAKnownAuthority(@TempDir Path folder) throws Exception {
        SSLServerSocket tls = SelfSigned.server(folder, "dns:phones.example", "TLSv1.3");
        try (Loopback server = new Loopback(HELLO, tls)) {
            EgressClient client = client(_ -> List.of(LOOPBACK));
            Outgoing strict = get("https://phones.example:" + server.port() + "/");
            Outgoing lenient =
                    new Outgoing(
                            "GET",
                            strict.url(),
                            strict.headers(),
                            strict.body(),
                            strict.patience(),
                            strict.keep(),
                            Trust.ANYBODY);

            assertThat(client.send(strict))
                    .isEqualTo(new Came.Failed("its certificate is not to be trusted"));
            assertThat(server.heard()).isEmpty();
            assertThat(client.send(lenient)).isInstanceOf(Came.Answered.class);
        }
    }

    @Test
    void aBodyGoesOutAsItIs() {
        byte[] body = "{\"ü\":1}".getBytes(StandardCharsets.UTF_8);
        try (Loopback server = new Loopback(HELLO)) {
            Outgoing post =
                    new Outgoing(
                            "POST",
                            URI.create("http://phones.example:" + server.port()),
                            Map.of("webhook-id", "7"),
                            body,
                            Duration.ofSeconds(10),
                            0,
                            Trust.CERTIFIED);

            assertThat(client(_ -> List.of(LOOPBACK)).send(post)).isInstanceOf(Came.Answered.class);
            assertThat(server.heard().getFirst())
                    .startsWith("POST / HTTP/1.1\r\n")
                    .containsIgnoringCase("content-length: " + body.length)
                    .contains("webhook-id: 7");
        }
    }

    private Came.Answered answered(Loopback server) {
        Came came = sent(server);
        assertThat(came).isInstanceOf(Came.Answered.class);
        return (Came.Answered) came;
    }

    private Came sent(Loopback server) {
        return client(_ -> List.of(LOOPBACK))
                .send(get("http://phones.example:" + server.port() + "/"));
    }

    private EgressClient client(Resolver resolver) {
        return new EgressClient(
                new Egress(List.of(Cidr.parse("127.0.0.0/8")), anyPort(), resolver), vertx);
    }

    private static List<PortRange> anyPort() {
        return List.of(new PortRange(1, 65_535));
    }

    private static Outgoing get(String url) {
        return new Outgoing(
                "GET",
                URI.create(url),
                Map.of(),
                new byte[0],
                Duration.ofSeconds(10),
                1000,
                Trust.CERTIFIED);
    }
}
