package org.fingerpost.door.doorway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Sends bytes as they are and reads answers as a simple phone would: headers, Content-Length. */
final class RawClient implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;

    RawClient(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(10_000);
            in = socket.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One request on a connection of its own. */
    static Response ask(int port, String request) {
        try (RawClient client = new RawClient(port)) {
            client.send(request);
            return client.receive(request.startsWith("HEAD "));
        }
    }

    static Response get(int port, String path, String... fields) {
        return ask(port, request("GET", path, fields));
    }

    static String request(String method, String path, String... fields) {
        StringBuilder text = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: x\r\n");
        for (String field : fields) {
            text.append(field).append("\r\n");
        }
        return text.append("\r\n").toString();
    }

    void send(String bytes) {
        try {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Response receive(boolean head) {
        try {
            String statusLine = line();
            List<String> fields = new ArrayList<>();
            for (String line = line(); !line.isEmpty(); line = line()) {
                fields.add(line);
            }
            Response bare = new Response(statusLine, List.copyOf(fields), new byte[0]);
            boolean bodyless = head || bare.status() == 304;
            int length = bodyless ? 0 : Integer.parseInt(bare.field("Content-Length").orElse("-1"));
            byte[] body = length < 0 ? in.readAllBytes() : in.readNBytes(length);
            return new Response(statusLine, bare.fields(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Status and header fields as they came; empty if the connection was closed without a word. */
    String head() {
        StringBuilder text = new StringBuilder();
        try {
            while (text.indexOf("\r\n\r\n") < 0) {
                int c = in.read();
                if (c < 0) {
                    return text.toString();
                }
                text.append((char) c);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("neither an answer nor an end after " + text, e);
        }
        return text.toString();
    }

    /** Everything until the other side closes; empty if it does not within the time-out. */
    String rest() {
        try {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException("the connection was not closed in order", e);
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

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection ended after '" + line + "'");
            }
            line.write(c);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    record Response(String statusLine, List<String> fields, byte[] body) {
        int status() {
            return Integer.parseInt(statusLine.split(" ")[1]);
        }

        Optional<String> field(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            return fields.stream()
                    .filter(f -> f.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(f -> f.substring(start.length()).strip())
                    .findFirst();
        }

        String text() {
            return new String(body, StandardCharsets.ISO_8859_1);
        }

        /** Fields but for Connection, which speaks of the connection. */
        List<String> lasting() {
            return fields.stream()
                    .map(f -> f.toLowerCase(Locale.ROOT))
                    .filter(f -> !f.startsWith("connection:"))
                    .toList();
        }
    }
}
