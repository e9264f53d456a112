package org.fingerpost.redirect.probes.looks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.fingerpost.redirect.SelfSigned;
import org.fingerpost.redirect.probes.looks.Point.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsLookTest {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final String[] BOTH = {"TLSv1.3", "TLSv1.2"};

    @TempDir private Path folder;

    @Test
    void aCertificateOfItsOwnSufficesForPhonesThatBelieveAnybody() throws Exception {
        assertThat(verdicts("dns:phones.example", "2026-01-01T00:00:00Z", BOTH))
                .containsOnly(
                        entry("tls", Verdict.PASSED),
                        entry("tls-1.2", Verdict.PASSED),
                        entry("certificate-name", Verdict.PASSED),
                        entry("certificate-dates", Verdict.PASSED),
                        entry("certificate-chain", Verdict.WARNING),
                        entry("phone-that-believes-anybody", Verdict.PASSED),
                        entry("phone-that-validates", Verdict.WARNING));
    }

    @Test
    void aCertificateForAnotherNameIsNoticed() throws Exception {
        assertThat(verdicts("dns:other.example", "2026-01-01T00:00:00Z", BOTH))
                .contains(entry("certificate-name", Verdict.WARNING));
    }

    @Test
    void aCertificateThatHasEndedOrEndsSoonIsNoticed() throws Exception {
        assertThat(verdicts("dns:phones.example", "2031-01-01T00:00:00Z", BOTH))
                .contains(entry("certificate-dates", Verdict.FAILED));
        assertThat(verdicts("dns:phones.example", "2029-12-20T00:00:00Z", BOTH))
                .contains(entry("certificate-dates", Verdict.WARNING));
        assertThat(verdicts("dns:phones.example", "2019-12-20T00:00:00Z", BOTH))
                .contains(entry("certificate-dates", Verdict.FAILED));
    }

    @Test
    void aServerThatSpeaksOnlyTheNewestVersionLosesOlderPhones() throws Exception {
        assertThat(verdicts("dns:phones.example", "2026-01-01T00:00:00Z", "TLSv1.3"))
                .contains(entry("tls", Verdict.PASSED), entry("tls-1.2", Verdict.WARNING));
    }

    @Test
    void whatSpeaksNoTlsFails() throws Exception {
        List<Point> points = new ArrayList<>();
        try (ServerSocket server = new ServerSocket(0, 50, LOOPBACK)) {
            Thread.ofVirtual().start(() -> refuseAll(server));

            assertThat(
                            TlsLook.at(
                                    "phones.example",
                                    LOOPBACK,
                                    server.getLocalPort(),
                                    Clock.systemUTC(),
                                    points))
                    .isFalse();
        }
        assertThat(points).extracting(Point::verdict).containsExactly(Verdict.FAILED);
    }

    private Map<String, Verdict> verdicts(String name, String now, String... versions)
            throws Exception {
        List<Point> points = new ArrayList<>();
        try (SSLServerSocket server = SelfSigned.server(folder, name, versions)) {
            Thread.ofVirtual().start(() -> shakeHands(server));
            Clock clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);

            assertThat(TlsLook.at("phones.example", LOOPBACK, server.getLocalPort(), clock, points))
                    .isTrue();
        }
        return points.stream().collect(Collectors.toMap(Point::name, Point::verdict));
    }

    private static void shakeHands(SSLServerSocket server) {
        while (!server.isClosed()) {
            try (SSLSocket peer = (SSLSocket) server.accept()) {
                peer.startHandshake();
                peer.getInputStream().read();
            } catch (IOException e) {
                // A version that is not ours, or the end of the test.
            }
        }
    }

    private static void refuseAll(ServerSocket server) {
        while (!server.isClosed()) {
            try {
                server.accept().close();
            } catch (IOException e) {
                return;
            }
        }
    }
}
