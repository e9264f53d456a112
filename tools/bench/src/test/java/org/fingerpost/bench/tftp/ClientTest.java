package org.fingerpost.bench.tftp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server of which the test says each word. */
class ClientTest {
    private static final byte[] AGREED = bytes("\0\6blksize\0001024\0");

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private DatagramSocket server;
    private DatagramSocket other;
    private SocketAddress client;

    @BeforeEach
    void open() throws IOException {
        server = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        other = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        server.setSoTimeout(20_000);
    }

    @AfterEach
    void close() {
        thread.shutdownNow();
        server.close();
        other.close();
    }

    @Test
    void othersAndTermsThatComeTwiceAreNotListenedTo() throws Exception {
        Future<Long> got = thread.submit(get());
        assertThat(heard()[1]).isEqualTo((byte) 1);
        say(server, AGREED);
        assertThat(heard()).containsExactly(0, 4, 0, 0);
        say(other, bytes("\0\5\0\1no such file\0"));
        say(server, data(1, 1024));
        assertThat(heard()).containsExactly(0, 4, 0, 1);
        say(other, data(2, 10));
        say(server, AGREED);
        say(server, data(2, 5));
        assertThat(heard()).containsExactly(0, 4, 0, 2);
        assertThat(got.get(20, TimeUnit.SECONDS)).isEqualTo(1_029);
    }

    @Test
    void anErrorSaysFromWhomItIs() throws Exception {
        Future<Long> got = thread.submit(get());
        heard();
        say(server, bytes("\0\5\0\1no such file\0"));
        assertThatThrownBy(() -> got.get(20, TimeUnit.SECONDS))
                .hasMessageContaining(server.getLocalSocketAddress().toString())
                .hasMessageContaining("opcode 5: no such file");
    }

    private Callable<Long> get() {
        var place = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort());
        return () -> new Client(place, 1024, 1).get("a.bin");
    }

    private byte[] heard() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[512], 512);
        server.receive(packet);
        client = packet.getSocketAddress();
        return Arrays.copyOf(packet.getData(), packet.getLength());
    }

    private void say(DatagramSocket from, byte[] bytes) throws IOException {
        from.send(new DatagramPacket(bytes, bytes.length, client));
    }

    private static byte[] data(int block, int length) {
        byte[] packet = new byte[4 + length];
        packet[1] = 3;
        packet[3] = (byte) block;
        return packet;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(US_ASCII);
    }
}
