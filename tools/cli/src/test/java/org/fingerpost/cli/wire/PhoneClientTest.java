package org.fingerpost.cli.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.fingerpost.cli.address.Address;
import org.fingerpost.cli.address.Scheme;
import org.fingerpost.cli.loopback.Certificates;
import org.fingerpost.cli.loopback.Loopback;
import org.fingerpost.cli.loopback.RawLoopback;
import org.fingerpost.cli.wire.Reply.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhoneClientTest {
    private static final byte[] FILE = "0123456789".getBytes(US_ASCII);

    private final Kept kept = new Kept();

    @Test
    void bodyWithItsLengthArrivesWithoutFault() throws IOException {
        var answer = answerTo(FILE, "HTTP/1.1 200 OK", "content-length: 10", "Connection: close");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.faults()).isEmpty();
        assertThat(kept.bytes.toByteArray()).isEqualTo(FILE);
    }

    @Test
    void requestIsThatOfASimplePhone() throws IOException {
        try (var server =
                RawLoopback.sending(new byte[0], "HTTP/1.1 404 Not Found", "Content-Length: 0")) {
            client(Trust.ofSystem(), false)
                    .get(server.address("/gs/cfg.xml"), Map.of("User-Agent", "x"), kept);
            client(Trust.ofSystem(), true).get(server.address("/gs/cfg.xml"), Map.of(), kept);

            var host = "Host: " + server.address("").hostAndPath();
            assertThat(server.requests())
                    .containsExactly(
                            "GET /gs/cfg.xml HTTP/1.1\n"
                                    + host
                                    + "\nUser-Agent: x\nConnection: close\n",
                            "GET /gs/cfg.xml HTTP/1.0\n" + host + "\nConnection: close\n");
        }
    }

    @Test
    void chunkedBodyIsAFault() throws IOException {
        var answer =
                answerTo(
                        "a\r\n0123456789\r\n0\r\n\r\n".getBytes(US_ASCII),
                        "HTTP/1.1 200 OK",
                        "Transfer-Encoding: chunked");

        assertThat(answer.faults()).containsExactly(Fault.CHUNKED);
    }

    @Test
    void missingLengthIsAFault() throws IOException {
        assertThat(answerTo(FILE, "HTTP/1.0 200 OK").faults()).containsExactly(Fault.NO_LENGTH);
    }

    @Test
    void lengthThatIsNoNumberIsAFault() throws IOException {
        assertThat(answerTo(FILE, "HTTP/1.1 200 OK", "Content-Length: -10").faults())
                .containsExactly(Fault.BAD_LENGTH);
    }

    @Test
    void bodyShorterThanItsLengthIsAFault() throws IOException {
        assertThat(answerTo(FILE, "HTTP/1.1 200 OK", "Content-Length: 11").faults())
                .containsExactly(Fault.SHORT);
    }

    @Test
    void bodyLongerThanItsLengthIsAFault() throws IOException {
        assertThat(
                        answerTo(FILE, "HTTP/1.1 200 OK", "Content-Length: 9", "Connection: close")
                                .faults())
                .containsExactly(Fault.LONG);
    }

    @Test
    void bodyBeyondTheSinksLimitIsNotTaken() throws IOException {
        kept.limit = 9;

        assertThat(answerTo(FILE, "HTTP/1.1 200 OK", "Content-Length: 10").faults())
                .containsExactly(Fault.TOO_BIG);
        assertThat(answerTo(FILE, "HTTP/1.1 200 OK").faults())
                .containsExactlyInAnyOrder(Fault.NO_LENGTH, Fault.TOO_BIG);
        assertThat(kept.bytes.size()).isLessThanOrEqualTo(9);
    }

    @Test
    void bodyOfAnErrorIsNotTakenForTheFile() throws IOException {
        var answer = answerTo(FILE, "HTTP/1.1 404 Not Found", "Content-Length: 10");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(kept.bytes.size()).isZero();
    }

    @Test
    void nonsenseIsSilenceWithAReason() throws IOException {
        assertThat(silenceFor("SSH-2.0-x\r\n")).contains("does not start as HTTP");
        assertThat(silenceFor("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n")).contains("ended within");
        assertThat(silenceFor("HTTP/1.1 200 OK\r\nnonsense\r\n\r\n")).contains("malformed");
        assertThat(silenceFor("HTTP/1.1 200 " + "x".repeat(10_000))).contains("endless");
        assertThat(silenceFor("")).contains("ended within");
    }

    @Test
    void serverThatSaysNothingIsGivenUp() throws IOException {
        try (var mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var address = Address.ofPath(Scheme.HTTP, "127.0.0.1:" + mute.getLocalPort());
            var client = new PhoneClient(Trust.ofSystem(), Duration.ofMillis(50), false);

            assertThat(client.get(address, Map.of(), kept))
                    .isInstanceOfSatisfying(
                            Reply.Silence.class,
                            silence -> assertThat(silence.reason()).isEqualTo("no answer in time"));
        }
    }

    @Test
    void certificateIsCheckedAgainstTheGivenAuthoritiesOnly(@TempDir Path folder) throws Exception {
        var certificates = Certificates.in(folder);
        try (var server = Loopback.startSecure(certificates.server()).serving("/f", FILE)) {
            var address = server.address("/f");

            assertThat(client(Trust.ofSystem(), false).get(address, Map.of(), kept))
                    .isInstanceOfSatisfying(
                            Reply.Silence.class,
                            silence -> assertThat(silence.reason()).startsWith("TLS failed"));
            assertThat(
                            client(Trust.ofAuthorities(certificates.pem()), false)
                                    .get(address, Map.of(), kept))
                    .isInstanceOf(Reply.Answer.class);
            assertThat(client(Trust.ofAnybody(), false).get(address, Map.of(), kept))
                    .isInstanceOf(Reply.Answer.class);
            var otherName = Address.ofPath(Scheme.HTTPS, "localhost:" + address.port() + "/f");
            assertThat(
                            client(Trust.ofAuthorities(certificates.pem()), false)
                                    .get(otherName, Map.of(), kept))
                    .isInstanceOf(Reply.Silence.class);
        }
    }

    private Reply.Answer answerTo(byte[] body, String... head) throws IOException {
        try (var server = RawLoopback.sending(body, head)) {
            return (Reply.Answer)
                    client(Trust.ofSystem(), false).get(server.address("/f"), Map.of(), kept);
        }
    }

    private String silenceFor(String bytes) throws IOException {
        try (var server = RawLoopback.sending(bytes.getBytes(US_ASCII))) {
            var reply = client(Trust.ofSystem(), false).get(server.address("/f"), Map.of(), kept);
            return ((Reply.Silence) reply).reason();
        }
    }

    private static PhoneClient client(Trust trust, boolean http10) {
        return new PhoneClient(trust, Duration.ofSeconds(20), http10);
    }

    private static final class Kept implements Sink {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private long limit = 1000;

        @Override
        public void accept(byte[] buffer, int length) {
            bytes.write(buffer, 0, length);
        }

        @Override
        public long limit() {
            return limit;
        }
    }
}
