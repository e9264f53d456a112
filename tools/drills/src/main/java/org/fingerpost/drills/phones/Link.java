package org.fingerpost.drills.phones;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.fingerpost.drills.drilled.Question;
import org.fingerpost.drills.drilled.Reply;

/** One connection of a phone. */
final class Link implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int LONGEST_HEAD = 4_096;

    private final Socket socket;
    private final InputStream in;
    private boolean open = true;

    Link(int port) throws IOException {
        socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            in = new BufferedInputStream(socket.getInputStream());
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Whether the door will take another request here. */
    boolean open() {
        return open;
    }

    /** {@code number}: added to what the phone says of itself; empty if it is not counted. */
    Reply ask(Question question, String number, boolean last) throws IOException {
        String request =
                "GET "
                        + question.path()
                        + " HTTP/1.1\r\nHost: door.example.com\r\nUser-Agent: "
                        + question.userAgent()
                        + number
                        + (question.range().isEmpty() ? "" : "\r\nRange: " + question.range())
                        + (last ? "\r\nConnection: close" : "")
                        + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        String head = head();
        int status = Integer.parseInt(head.substring(9, 12));
        String low = head.toLowerCase(Locale.ROOT);
        open = !last && !low.contains("\r\nconnection: close");
        byte[] body = in.readNBytes(length(low));
        if (body.length < length(low)) {
            throw new EOFException("the door hung up in the middle of an answer");
        }
        return new Reply(status, low.contains("\r\nretry-after: "), body);
    }

    private String head() throws IOException {
        StringBuilder head = new StringBuilder(256);
        while (head.length() < LONGEST_HEAD) {
            int octet = in.read();
            if (octet < 0) {
                throw new EOFException("the door hung up");
            }
            head.append((char) octet);
            if (octet == '\n' && head.toString().endsWith("\r\n\r\n")) {
                return head.toString();
            }
        }
        throw new IOException("a head without an end");
    }

    private static int length(String head) {
        int at = head.indexOf("\r\ncontent-length: ") + "\r\ncontent-length: ".length();
        return Integer.parseInt(head.substring(at, head.indexOf('\r', at)).strip());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
