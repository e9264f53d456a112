package org.fingerpost.redirect.probes.looks;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.fingerpost.redirect.probes.looks.Point.Verdict;
import org.junit.jupiter.api.Test;

class TftpLookTest {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final String XML =
            "<?xml version=\"1.0\"?><gs_provision version=\"1\"><config version=\"1\">"
                    + "<P2>secret</P2></config></gs_provision>";

    private final List<String> asked = new CopyOnWriteArrayList<>();

    @Test
    void aFileThatIsThereIsKnownByItsFirstBlockAndNotQuoted() throws IOException {
        FileSeen seen = look("cfg000b82fffffe.xml", "\0\3\0\1" + XML);

        assertThat(seen.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(seen.looksLike()).contains("xml-1");
        assertThat(seen.toString()).doesNotContain("secret");
        assertThat(asked.getFirst()).isEqualTo("\0\1cfg000b82fffffe.xml\0octet\0");
    }

    @Test
    void aFileThatIsNotThereIsNoFault() throws IOException {
        assertThat(look("cfg000b82fffffe", "\0\5\0\1no such file\0").verdict())
                .isEqualTo(Verdict.WARNING);
    }

    @Test
    void aRefusalIsToldByItsNumberAndNotInTheServersWords() throws IOException {
        FileSeen seen = look("cfg000b82fffffe", "\0\5\0\2hunter2\0");

        assertThat(seen.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(seen.detail()).contains("error 2").doesNotContain("hunter2");
    }

    @Test
    void aPacketWithoutMeaningIsPassedOver() throws IOException {
        assertThat(look("cfg000b82fffffe", "\0", "\0\7\0\1", "\0\5\0\1x\0").verdict())
                .isEqualTo(Verdict.WARNING);
    }

    /** Answers the first request with these packets, from a port of its own. */
    private FileSeen look(String file, String... packets) throws IOException {
        try (DatagramSocket server = new DatagramSocket(0, LOOPBACK);
                DatagramSocket transfer = new DatagramSocket(0, LOOPBACK)) {
            Thread.ofVirtual().start(() -> answer(server, transfer, packets));
            return TftpLook.at(LOOPBACK, server.getLocalPort(), file);
        }
    }

    private void answer(DatagramSocket server, DatagramSocket transfer, String... packets) {
        DatagramPacket request = new DatagramPacket(new byte[600], 600);
        try {
            server.receive(request);
            asked.add(new String(request.getData(), 0, request.getLength(), US_ASCII));
            SocketAddress to = request.getSocketAddress();
            for (String packet : packets) {
                byte[] bytes = packet.getBytes(US_ASCII);
                transfer.send(new DatagramPacket(bytes, bytes.length, to));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
