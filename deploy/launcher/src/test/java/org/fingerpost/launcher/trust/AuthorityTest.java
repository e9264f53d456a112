package org.fingerpost.launcher.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.fingerpost.launcher.home.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorityTest {
    private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "::1");

    @TempDir Path folder;

    @Test
    void certificateStandsTheJdksPathValidation() throws GeneralSecurityException {
        Home home = Home.open(folder);
        ServerCertificate files = authority(home, Instant.now()).serverCertificate(HOSTS);
        X509Certificate root = Pem.certificate(home.caCertificate());
        X509Certificate server = Pem.certificate(files.chain());
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
        parameters.setRevocationEnabled(false);
        CertPathValidator.getInstance("PKIX")
                .validate(
                        CertificateFactory.getInstance("X.509").generateCertPath(List.of(server)),
                        parameters);
        assertThat(root.getBasicConstraints()).isZero();
        assertThat(server.getBasicConstraints()).isEqualTo(-1);
        assertThat(server.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        Duration life =
                Duration.between(
                        server.getNotBefore().toInstant(), server.getNotAfter().toInstant());
        assertThat(life).isLessThanOrEqualTo(Duration.ofDays(826));
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.3,localhost", "TLSv1.2,localhost", "TLSv1.3,127.0.0.1", "TLSv1.3,::1"})
    void clientThatTrustsTheAuthorityShakesHands(String protocol, String host) throws Exception {
        Home home = Home.open(folder);
        ServerCertificate files = authority(home, Instant.now()).serverCertificate(HOSTS);
        assertThat(handshake(home, files, protocol, host)).isEqualTo(protocol);
    }

    @Test
    void hostThatTheCertificateDoesNotNameIsRefused() throws Exception {
        Home home = Home.open(folder);
        ServerCertificate files = authority(home, Instant.now()).serverCertificate(HOSTS);
        assertThatThrownBy(() -> handshake(home, files, "TLSv1.3", "elsewhere.example"))
                .isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void certificateIsKeptUntilItsLastMonthAndThenRenewedUnderTheSameAuthority()
            throws GeneralSecurityException {
        Home home = Home.open(folder);
        Instant first = Instant.parse("2030-01-01T00:00:00Z");
        ServerCertificate files = authority(home, first).serverCertificate(HOSTS);
        String root = text(home.caCertificate());
        String original = text(files.chain());
        authority(home, first.plus(Duration.ofDays(794))).serverCertificate(HOSTS);
        assertThat(text(files.chain())).isEqualTo(original);
        authority(home, first.plus(Duration.ofDays(796))).serverCertificate(HOSTS);
        assertThat(text(files.chain())).isNotEqualTo(original);
        assertThat(text(home.caCertificate())).isEqualTo(root);
    }

    @Test
    void newPublicHostGetsANewCertificateThatNamesIt() throws GeneralSecurityException {
        Home home = Home.open(folder);
        Instant now = Instant.now();
        authority(home, now).serverCertificate(HOSTS);
        Set<String> more = new TreeSet<>(HOSTS);
        more.addAll(Set.of("pbx.example.com", "192.0.2.7"));
        ServerCertificate files = authority(home, now).serverCertificate(more);
        Collection<List<?>> names = Pem.certificate(files.chain()).getSubjectAlternativeNames();
        assertThat(names).contains(List.of(2, "pbx.example.com"), List.of(7, "192.0.2.7"));
    }

    @Test
    void keysAreTheirOwnersAloneAndTheAuthoritysCertificateIsForAll() throws IOException {
        Home home = Home.open(folder);
        ServerCertificate files = authority(home, Instant.now()).serverCertificate(HOSTS);
        assertThat(mode(files.key())).isEqualTo("rw-------");
        assertThat(mode(files.key().resolveSibling("ca.key"))).isEqualTo("rw-------");
        assertThat(mode(home.caCertificate())).isEqualTo("rw-r--r--");
    }

    private static Authority authority(Home home, Instant now) {
        return new Authority(home, Clock.fixed(now, ZoneOffset.UTC), new SecureRandom());
    }

    private static String handshake(
            Home home, ServerCertificate files, String protocol, String host) throws Exception {
        char[] password = "changeit".toCharArray();
        X509Certificate root = Pem.certificate(home.caCertificate());
        KeyStore store = emptyStore();
        store.setKeyEntry(
                "door",
                Pem.key(files.key()),
                password,
                new X509Certificate[] {Pem.certificate(files.chain()), root});
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        SSLContext door = SSLContext.getInstance("TLS");
        door.init(keys.getKeyManagers(), null, null);
        KeyStore trusted = emptyStore();
        trusted.setCertificateEntry("ca", root);
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        SSLContext client = SSLContext.getInstance("TLS");
        client.init(null, trust.getTrustManagers(), null);
        try (SSLServerSocket listening =
                (SSLServerSocket)
                        door.getServerSocketFactory()
                                .createServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> serveOne(listening));
            try {
                return shake(client, listening.getLocalPort(), protocol, host);
            } finally {
                served.join();
            }
        }
    }

    private static String shake(SSLContext client, int port, String protocol, String host)
            throws IOException {
        try (var plain = new java.net.Socket("127.0.0.1", port);
                SSLSocket socket =
                        (SSLSocket)
                                client.getSocketFactory().createSocket(plain, host, port, true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setProtocols(new String[] {protocol});
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket.getSession().getProtocol();
        }
    }

    private static void serveOne(SSLServerSocket listening) {
        try (SSLSocket socket = (SSLSocket) listening.accept()) {
            socket.startHandshake();
            socket.getInputStream().read();
        } catch (IOException clientLeft) {
            // The client's view is the one under test.
        }
    }

    private static KeyStore emptyStore() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
