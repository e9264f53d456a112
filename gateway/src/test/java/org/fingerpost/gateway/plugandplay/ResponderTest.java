package org.fingerpost.gateway.plugandplay;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes over the wire, asked by one address instead of the group. */
class ResponderTest {
    private static final String MAC = "000b82123456";
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong now = new AtomicLong(1);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Responder responder =
            new Responder(new Settings("127.0.0.1", 0, 100), now::get, new Random(1), meters);
    private DatagramSocket phone;

    @BeforeEach
    void open() throws IOException {
        phone = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        phone.setSoTimeout(20_000);
    }

    @AfterEach
    void close() {
        phone.close();
        responder.close();
    }

    @Test
    void subscribeIsTakenAndTheFolderToldAtOnce() throws IOException {
        byte[] asked = subscribe("first");
        send(asked);

        String accepted = received();
        assertThat(accepted)
                .startsWith("SIP/2.0 202 Accepted\r\nVia: SIP/2.0/UDP 127.0.0.1:5060;branch=z9hG4b")
                .contains(
                        "\r\nCall-ID: first\r\n",
                        "\r\nCSeq: 1 SUBSCRIBE\r\n",
                        "\r\nExpires: 0\r\n",
                        "\r\nTo: <sip:MAC%3A000b82123456@224.0.1.75>;tag=")
                .endsWith("\r\nContent-Length: 0\r\n\r\n");
        String notify = received();
        assertThat(notify)
                .startsWith("NOTIFY sip:000b82123456@127.0.0.1:")
                .contains(
                        "\r\nCall-ID: first\r\n",
                        "\r\nEvent: ua-profile\r\n",
                        "\r\nSubscription-State: terminated;reason=timeout\r\n",
                        "\r\nTo: <sip:MAC%3A000b82123456@224.0.1.75>;tag=1234567\r\n",
                        "\r\nContent-Type: application/url\r\nContent-Length: 28\r\n")
                .endsWith("\r\n\r\n" + Settings.FOLDER);
        assertThat(Math.max(accepted.length(), notify.length())).isLessThanOrEqualTo(asked.length);
    }

    @Test
    void contactElsewhereIsNotSentAnything() throws IOException {
        try (DatagramSocket other = new DatagramSocket(0, InetAddress.getByName("127.0.0.2"))) {
            send(Asking.subscribe(MAC, "first", "127.0.0.2:" + other.getLocalPort()));

            assertThat(received()).startsWith("SIP/2.0 202");
            assertThat(received()).startsWith("NOTIFY sip:000b82123456@127.0.0.2:");
        }
    }

    @Test
    void strangersNonsenseAndRepetitionsAreNotAnswered() throws IOException {
        send(Asking.bytes("INVITE sip:000b82123456@127.0.0.1 SIP/2.0\n\n"));
        send(new byte[2_000]);
        send(Asking.subscribe("000b83123456", "stranger", "127.0.0.1"));
        send(subscribe("first"));
        send(subscribe("second"));
        assertThat(received() + received()).contains("first").doesNotContain("second");
        awaitHeard(5);

        now.addAndGet(SECOND);
        send(subscribe("third"));
        assertThat(received() + received()).contains("third");
        now.addAndGet(SECOND);
        send(
                new String(subscribe("brief"), StandardCharsets.ISO_8859_1)
                        .replaceAll("(User-Agent|Supported|Accept|Allow|Expires): .*\r\n", "")
                        .getBytes(StandardCharsets.ISO_8859_1));
        awaitHeard(7);
        assertThat(count("garbled")).isEqualTo(2);
        assertThat(count("stranger")).isEqualTo(1);
        assertThat(count("too_often")).isEqualTo(1);
        assertThat(count("too_short")).isEqualTo(1);
        assertThat(count("answered")).isEqualTo(2);
    }

    private void awaitHeard(int all) {
        while (meters.find("fingerpost.plugandplay.heard").counters().stream()
                        .mapToDouble(Counter::count)
                        .sum()
                < all) {
            Thread.onSpinWait();
        }
    }

    private double count(String ending) {
        return meters.counter("fingerpost.plugandplay.heard", "ending", ending).count();
    }

    private byte[] subscribe(String callId) {
        return Asking.subscribe(MAC, callId, "127.0.0.1:" + phone.getLocalPort());
    }

    private void send(byte[] datagram) throws IOException {
        phone.send(
                new DatagramPacket(
                        datagram,
                        datagram.length,
                        InetAddress.getLoopbackAddress(),
                        responder.port()));
    }

    private String received() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[2_000], 2_000);
        phone.receive(packet);
        return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.ISO_8859_1);
    }
}
