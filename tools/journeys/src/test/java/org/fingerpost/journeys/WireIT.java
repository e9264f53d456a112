package org.fingerpost.journeys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.fingerpost.launcher.deployment.Deployment;
import org.fingerpost.launcher.settings.PartName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The doors as the oldest and the strictest phones meet them: HTTP/1.0, and TLS that is checked.
 */
class WireIT {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final String HOST = "127.0.0.1";
    private static final AtomicInteger NEXT = new AtomicInteger(0x30_00_01);
    private static final byte[] IMAGE = new byte[300_000];

    private final Deployment town = Town.whole();
    private final Customer acme = Customer.in(town);
    private final String mac = String.format("000b82%06x", NEXT.getAndIncrement());

    @BeforeEach
    void aPhoneThatEveryDoorKnows() {
        assertThat(acme.register(mac, mac)).isTrue();
        assertThat(acme.putDevice(mac, Map.of("P47", "sip.example.com")).statusCode())
                .isEqualTo(201);
        acme.release("1.0.0.1", "gxp2160fw.bin", IMAGE);
        for (PartName door : PartName.services()) {
            Soon.holds(
                    door + " knows the phone",
                    () -> Http.get(town.url(door) + path(door)).statusCode() == 200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void everyDoorSpeaksTlsUnderTheDeploymentsOwnAuthority(String version) throws Exception {
        for (PartName door : PartName.services()) {
            try (SSLSocket socket = secured(Town.tlsPort(door), version)) {
                assertThat(socket.getSession().getProtocol()).as("%s", door).isEqualTo(version);
                Answer answer = ask(socket, path(door), "HTTP/1.1", "Host: " + HOST + "\r\n");
                assertWhole(door, answer);
            }
        }
    }

    @Test
    void everyDoorAnswersHttp10WithALengthAndBouncesNobody() throws Exception {
        for (PartName door : PartName.services()) {
            try (Socket socket = new Socket(HOST, URI.create(town.url(door)).getPort())) {
                assertWhole(door, ask(socket, path(door), "HTTP/1.0", ""));
            }
        }
    }

    @Test
    void whatADoorDoesNotHaveIsAnEmpty404OfKnownLengthInHttp10Too() throws Exception {
        for (PartName door : PartName.services()) {
            try (Socket socket = new Socket(HOST, URI.create(town.url(door)).getPort())) {
                Answer answer = ask(socket, "/nothing/here", "HTTP/1.0", "");
                assertThat(answer.head()).as("%s", door).contains(" 404 ");
                assertThat(answer.head()).contains("\r\ncontent-length: 0\r\n");
                assertThat(answer.bytes()).isZero();
            }
        }
    }

    private static void assertWhole(PartName door, Answer answer) {
        assertThat(answer.head())
                .as("%s", door)
                .matches("(?s)http/1\\.[01] 200 .*")
                .contains("\r\ncontent-length: " + answer.bytes() + "\r\n")
                .doesNotContain("transfer-encoding")
                .doesNotContain("\r\nlocation:");
        assertThat(answer.bytes()).isPositive();
        if (door == PartName.FIRMWARE) {
            assertThat(answer.bytes()).isEqualTo(IMAGE.length);
        }
    }

    /**
     * @param head in lower case, with the empty line's CR LF at its end
     */
    private record Answer(String head, int bytes) {}

    /** Reads until the server closes, as an HTTP/1.0 phone does; the length is not believed. */
    private static Answer ask(Socket socket, String path, String version, String fields)
            throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        String close = version.equals("HTTP/1.0") ? "" : "Connection: close\r\n";
        String request = "GET " + path + " " + version + "\r\n" + fields + close + "\r\n";
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        String all = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        int end = all.indexOf("\r\n\r\n");
        assertThat(end).as("an answer with a head").isPositive();
        return new Answer(
                all.substring(0, end + 2).toLowerCase(Locale.ROOT), all.length() - end - 4);
    }

    private SSLSocket secured(int port, String version)
            throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust().getTrustManagers(), null);
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(HOST, port);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(new String[] {version});
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private TrustManagerFactory trust() throws IOException, GeneralSecurityException {
        KeyStore authorities = KeyStore.getInstance(KeyStore.getDefaultType());
        authorities.load(null, null);
        try (InputStream pem = Files.newInputStream(town.caCertificate())) {
            authorities.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(authorities);
        return trust;
    }

    private String path(PartName door) {
        String url =
                switch (door) {
                    case REDIRECT -> town.url(door) + "/gs/cfg" + mac;
                    case CONFIG -> acme.configFolder() + "/cfg" + mac;
                    case FIRMWARE -> acme.firmwareFolder() + "/gxp2160fw.bin";
                    case POSTGRESQL, KAFKA, GATEWAY ->
                            throw new IllegalArgumentException(door + " is no door");
                };
        return URI.create(url).getPath();
    }
}
