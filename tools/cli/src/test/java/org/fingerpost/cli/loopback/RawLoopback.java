package org.fingerpost.cli.loopback;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.fingerpost.cli.address.Address;
import org.fingerpost.cli.address.Scheme;

/** A server that sends the same bytes to whoever asks for anything, and hangs up. */
public final class RawLoopback implements AutoCloseable {
    private final ServerSocket socket;
    private final byte[] answer;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private RawLoopback(byte[] answer) throws IOException {
        this.answer = answer;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    /** Head lines without line ends, then a body. */
    public static RawLoopback sending(byte[] body, String... head) {
        var answer = new ByteArrayOutputStream();
        answer.writeBytes((String.join("\r\n", head) + "\r\n\r\n").getBytes(ISO_8859_1));
        answer.writeBytes(body);
        return sending(answer.toByteArray());
    }

    public static RawLoopback sending(byte[] answer) {
        try {
            return new RawLoopback(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Address address(String path) {
        return Address.ofPath(Scheme.HTTP, "127.0.0.1:" + socket.getLocalPort() + path);
    }

    /** Whole request heads, lines separated by newlines. */
    public List<String> requests() {
        return requests;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var connection = socket.accept()) {
                requests.add(head(connection));
                connection.getOutputStream().write(answer);
                connection.shutdownOutput();
            } catch (IOException hungUp) {
                // Closed by the test, or the phone left early: both are part of the play.
            }
        }
    }

    private static String head(Socket connection) throws IOException {
        var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
        var head = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            head.append(line).append('\n');
        }
        return head.toString();
    }
}
