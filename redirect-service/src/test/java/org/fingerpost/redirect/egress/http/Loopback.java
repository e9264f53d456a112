package org.fingerpost.redirect.egress.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on loopback that says the same bytes to everybody and remembers what it heard. */
final class Loopback implements AutoCloseable {
    private final ServerSocket socket;
    private final byte[] answer;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    Loopback(String answer) {
        this(answer, open());
    }

    Loopback(String answer, ServerSocket socket) {
        this.answer = answer.getBytes(StandardCharsets.ISO_8859_1);
        this.socket = socket;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The heads of the requests. */
    List<String> heard() {
        return heard;
    }

    private static ServerSocket open() {
        try {
            return new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket peer = socket.accept();
                Thread.ofVirtual().start(() -> answer(peer));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(Socket peer) {
        try (peer) {
            StringBuilder head = new StringBuilder();
            InputStream in = peer.getInputStream();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    return;
                }
                head.append((char) next);
            }
            heard.add(head.toString());
            peer.getOutputStream().write(answer);
            peer.getOutputStream().flush();
            if (answer.length == 0) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        } catch (IOException e) {
            // The peer has heard enough, or does not like our certificate.
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
