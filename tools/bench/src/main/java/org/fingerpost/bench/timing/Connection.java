package org.fingerpost.bench.timing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One connection that is kept, over which phones ask one after the other. */
final class Connection implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final Pattern LENGTH =
            Pattern.compile("\r\ncontent-length: *(\\d+)", Pattern.CASE_INSENSITIVE);

    private final Socket socket;
    private final InputStream in;
    private final String host;

    Connection(URI door) throws IOException {
        socket = new Socket(door.getHost(), door.getPort() < 0 ? 80 : door.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
        host = door.getHost();
    }

    /** An answer and the time until its head was there. */
    record Timed(long nanos, String head) {}

    /** Asks for the phone's binary. A body is read, and not timed. */
    Timed ask(String mac) throws IOException {
        byte[] request =
                ("GET /gs/cfg" + mac + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
        long start = System.nanoTime();
        socket.getOutputStream().write(request);
        StringBuilder head = new StringBuilder(128);
        for (int end = 0; end < 4; ) {
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("the door closed the connection");
            }
            head.append((char) octet);
            end = octet == (end % 2 == 0 ? '\r' : '\n') ? end + 1 : octet == '\r' ? 1 : 0;
        }
        Timed timed = new Timed(System.nanoTime() - start, head.toString());
        in.skipNBytes(length(timed.head()));
        return timed;
    }

    private static long length(String head) throws IOException {
        Matcher length = LENGTH.matcher(head);
        if (!length.find()) {
            throw new IOException("the answer does not say how long it is");
        }
        return Long.parseLong(length.group(1));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
