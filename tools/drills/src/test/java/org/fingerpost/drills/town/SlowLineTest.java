package org.fingerpost.drills.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Who comes by the line stays on it, and nothing is lost on it. */
class SlowLineTest {
    private static final byte[] HOST = "127.0.0.1".getBytes(StandardCharsets.US_ASCII);

    @Test
    void anAddressThatKafkaTellsIsThatOfTheLine() throws Exception {
        try (ServerSocket kafka = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                SlowLine line = new SlowLine(kafka.getLocalPort())) {
            Thread.ofVirtual().start(() -> answer(kafka, address(kafka.getLocalPort(), 7)));
            byte[] told = asked(line);

            assertThat(told).isEqualTo(address(port(line), 7));
        }
    }

    @Test
    void aSlowLineCarriesEveryOctet() throws Exception {
        byte[] much = new byte[30_000];
        for (int i = 0; i < much.length; i++) {
            much[i] = (byte) (i * 31);
        }
        try (ServerSocket kafka = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                SlowLine line = new SlowLine(kafka.getLocalPort())) {
            line.slow(5, 1_000_000);
            Thread.ofVirtual().start(() -> answer(kafka, much));

            assertThat(asked(line)).isEqualTo(much);
        }
    }

    private static byte[] address(int port, int before) {
        return ByteBuffer.allocate(before + HOST.length + Integer.BYTES)
                .position(before)
                .put(HOST)
                .putInt(port)
                .array();
    }

    private static int port(SlowLine line) {
        return Integer.parseInt(line.bootstrapServers().replaceFirst(".*:", ""));
    }

    /** Asks one octet, and reads an answer with its length before it. */
    private static byte[] asked(SlowLine line) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port(line))) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write('?');
            DataInputStream in = new DataInputStream(socket.getInputStream());
            byte[] answer = new byte[in.readInt()];
            in.readFully(answer);
            return answer;
        }
    }

    private static void answer(ServerSocket kafka, byte[] answer) {
        try (Socket socket = kafka.accept()) {
            socket.getInputStream().read();
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(answer.length);
            out.write(answer);
            out.flush();
            socket.getInputStream().read();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
