package org.fingerpost.redirect.egress.http;

import java.net.ConnectException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertificateException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** A failure in our own words: the libraries' quote addresses and what the peer has said. */
public final class Trouble {
    private static final int DEPTH = 10;

    private Trouble() {}

    public static String of(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEPTH; depth++) {
            if (cause instanceof CertificateException) {
                return "its certificate is not to be trusted";
            }
            if (cause.getCause() == null) {
                return word(cause);
            }
            cause = cause.getCause();
        }
        return word(failure);
    }

    private static String word(Throwable cause) {
        return switch (cause) {
            case SSLException _ -> "the TLS handshake failed";
            case ConnectException _ -> "it does not take connections there";
            case TimeoutException _ -> "it did not answer in time";
            case ClosedChannelException _ -> "it closed the connection";
            case SocketException _ -> "the connection broke";
            default ->
                    String.valueOf(cause.getMessage()).contains("timed out")
                            ? "it did not answer in time"
                            : "the connection was closed, or what came is no HTTP";
        };
    }
}
