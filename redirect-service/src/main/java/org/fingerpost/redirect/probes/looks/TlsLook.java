package org.fingerpost.redirect.probes.looks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** Shakes hands by TLS twice: as a new phone would, and as one that knows no TLS 1.3. */
public final class TlsLook {
    private static final int PATIENCE_MILLIS = 5_000;
    private static final String[] NEW = {"TLSv1.3", "TLSv1.2"};
    private static final String[] OLD = {"TLSv1.2"};

    private TlsLook() {}

    /**
     * @param host goes into the handshake; the connection goes to {@code address}
     * @return true if a phone that believes anybody gets through
     */
    public static boolean at(
            String host, InetAddress address, int port, Clock clock, List<Point> points) {
        Witness witness = new Witness();
        Optional<SSLSession> session = shake(host, address, port, NEW, witness);
        if (session.isEmpty()) {
            points.add(
                    Point.failed(
                            "tls",
                            "the handshake fails; TLS 1.1 and older is not tried from here"));
            return false;
        }
        points.add(
                Point.passed(
                        "tls",
                        session.get().getProtocol() + ", " + session.get().getCipherSuite()));
        points.add(
                shake(host, address, port, OLD, new Witness()).isPresent()
                        ? Point.passed("tls-1.2", "is spoken too")
                        : Point.warning("tls-1.2", "phones that know no TLS 1.3 cannot connect"));
        Certificates.judge(witness, host, clock.instant(), points);
        return true;
    }

    private static Optional<SSLSession> shake(
            String host, InetAddress address, int port, String[] versions, Witness witness) {
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(address, port), PATIENCE_MILLIS);
            // A peer that sends a byte now and then is not waited for either.
            CompletableFuture.delayedExecutor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                    .execute(() -> close(plain));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {witness}, null);
            SSLSocket socket =
                    (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, false);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setProtocols(versions);
            // For the witness: it compares names only when told to.
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return Optional.of(socket.getSession());
        } catch (IOException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed either way.
        }
    }
}
