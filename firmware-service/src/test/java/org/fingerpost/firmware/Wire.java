package org.fingerpost.firmware;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** Says what no well-behaved client can be made to say. */
final class Wire {
    private Wire() {}

    static Socket socket() throws IOException {
        Socket socket = new Socket("127.0.0.1", RestAssured.port);
        // The bound is for a test that fails.
        socket.setSoTimeout(20_000);
        return socket;
    }

    static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(US_ASCII));
        out.flush();
    }

    /** Whatever comes back until the server closes or there is a whole problem. */
    static String sent(String request) throws IOException {
        try (Socket socket = socket()) {
            try {
                write(socket, request);
            } catch (IOException e) {
                // The server may have closed already; its answer is what counts.
            }
            InputStream in = socket.getInputStream();
            StringBuilder answer = new StringBuilder();
            for (int c = in.read(); c >= 0 && c != '}'; c = in.read()) {
                answer.append((char) c);
            }
            return answer.toString();
        }
    }

    /** The answer to a GET of exactly this path. */
    static String got(String path) throws IOException {
        return sent("GET " + path + " HTTP/1.0\r\n\r\n");
    }

    /** An upload up to where its body begins; the boundary is {@code b}. */
    static String head(String length, String key) {
        return "POST /api/v1/releases HTTP/1.1\r\nHost: fingerpost\r\nAuthorization: Bearer "
                + key
                + "\r\nContent-Type: multipart/form-data; boundary=b\r\n"
                + length
                + "\r\n\r\n";
    }
}
