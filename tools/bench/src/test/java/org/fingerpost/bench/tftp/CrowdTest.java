package org.fingerpost.bench.tftp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that gives everybody two blocks, and loses one packet. */
class CrowdTest {
    private static final int LAST = 100;

    private final Set<SocketAddress> asked = new HashSet<>();
    private DatagramSocket server;
    private Thread thread;
    private boolean refuses;
    private boolean hasLost;

    @BeforeEach
    void open() throws IOException {
        server = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        thread = Thread.ofPlatform().start(this::serve);
    }

    @AfterEach
    void close() throws InterruptedException {
        server.close();
        thread.join();
    }

    @Test
    void allFilesAreFetchedEachFromAPortOfItsOwnAndWhatIsLostIsAskedForAgain() throws IOException {
        assertThat(crowd().get(3, 7)).isEqualTo(7 * (512 + LAST));
        assertThat(asked).hasSize(7);
        assertThat(hasLost).isTrue();
    }

    @Test
    void anErrorEndsIt() {
        refuses = true;
        assertThatThrownBy(() -> crowd().get(3, 7)).hasMessageContaining("no such file");
    }

    private Crowd crowd() {
        var place = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort());
        return new Crowd(new Client(place, 512, 1), "a.bin");
    }

    private void serve() {
        DatagramPacket packet = new DatagramPacket(new byte[512], 512);
        try {
            while (true) {
                server.receive(packet);
                answer(packet);
            }
        } catch (SocketException over) {
            assertThat(server.isClosed()).isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(DatagramPacket said) throws IOException {
        boolean request = said.getData()[1] == 1;
        int next = request ? 1 : said.getData()[3] + 1;
        if (request) {
            asked.add(said.getSocketAddress());
        }
        if (next == 2 && !hasLost) {
            hasLost = true;
            return;
        }
        byte[] answer = new byte[4 + (next == 1 ? 512 : LAST)];
        answer[1] = 3;
        answer[3] = (byte) next;
        if (refuses) {
            answer = "\0\5\0\1no such file\0".getBytes(US_ASCII);
        }
        if (next <= 2) {
            server.send(new DatagramPacket(answer, answer.length, said.getSocketAddress()));
        }
    }
}
