package org.fingerpost.gateway.datagrams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.fingerpost.gateway.datagrams.linux.LinuxDatagrams;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same by Linux's own calls, and what only they could do wrong. */
class LinuxDatagramsTest extends DatagramsTest {
    @BeforeAll
    static void thisIsLinux() {
        assumeTrue(LinuxDatagrams.isAvailable(), "Linux's own calls cannot be made here");
    }

    @Override
    Datagrams datagrams() {
        return new LinuxDatagrams("tested", LONGEST);
    }

    @Override
    boolean tellsWhereTo() {
        return true;
    }

    @Override
    boolean tellsWhereToOverIpv6() {
        return true;
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0, 127.0.0.7", "::, 127.0.0.7", "::, ::1"})
    void theAddressThatWasAskedAnswers(String host, String asked) throws Exception {
        InetAddress address = InetAddress.getByName(asked);
        byte[] bytes = {1, 2, 3, 4, 5, 6};
        Receiver answering =
                (port, from, to, _) -> {
                    port.send(new Peers(to, from), bytes);
                    port.send(new Peers(to, from), 0x01020304, bytes, 4, 2);
                };
        try (Datagrams ports = datagrams();
                DatagramSocket client = new DatagramSocket()) {
            client.setSoTimeout(20_000);
            int number = ports.open(new Opening(host, 0, true), answering).number();
            client.send(new DatagramPacket(bytes, 1, address, number));
            for (int answer = 0; answer < 2; answer++) {
                DatagramPacket heard = new DatagramPacket(new byte[10], 10);
                client.receive(heard);
                assertThat(heard.getSocketAddress())
                        .isEqualTo(new InetSocketAddress(address, number));
                assertThat(heard.getData()).startsWith(bytes).endsWith(0, 0, 0, 0);
            }
        }
    }

    @Test
    void whatIsClosedLeavesNoDescriptorBehind() throws IOException {
        long before = sockets();
        for (int time = 0; time < 20; time++) {
            try (Datagrams ports = datagrams()) {
                for (int count = 0; count < 10; count++) {
                    ports.open(new Opening("127.0.0.1", 0, false), (_, _, _, _) -> {});
                }
                Port taken = ports.open(new Opening("127.0.0.1", 0, true), (_, _, _, _) -> {});
                Opening same = new Opening("127.0.0.1", taken.number(), false);
                assertThatThrownBy(() -> ports.open(same, (_, _, _, _) -> {}))
                        .hasMessage("another program has it");
                assertThat(sockets()).isGreaterThanOrEqualTo(before + 13);
            }
        }
        // Other threads of this JVM may open and close some; 220 would be ours.
        assertThat(sockets()).isLessThan(before + 20);
    }

    @Test
    void moreThanIsKeptForTheEndOfTheRoundGoesOutInOrder() throws Exception {
        try (Datagrams ports = datagrams();
                DatagramSocket client = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            client.setReceiveBufferSize(Opening.RECEIVE_BUFFER);
            client.setSoTimeout(20_000);
            Port port = ports.open(new Opening("127.0.0.1", 0, false), (_, _, _, _) -> {});
            InetSocketAddress to = (InetSocketAddress) client.getLocalSocketAddress();
            ports.execute(() -> {
                for (int number = 0; number < 200; number++) {
                    port.send(to(to), new byte[] {(byte) number});
                }
            });
            DatagramPacket packet = new DatagramPacket(new byte[10], 10);
            for (int number = 0; number < 200; number++) {
                client.receive(packet);
                assertThat(packet.getData()[0]).isEqualTo((byte) number);
            }
        }
    }

    private static long sockets() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
            return all.filter(LinuxDatagramsTest::isSocketOrEvents).count();
        }
    }

    private static boolean isSocketOrEvents(Path descriptor) {
        try {
            String what = Files.readSymbolicLink(descriptor).toString();
            return what.startsWith("socket:") || what.startsWith("anon_inode:");
        } catch (IOException gone) {
            return false;
        }
    }
}
