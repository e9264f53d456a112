package org.fingerpost.gateway.datagrams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.channel.epoll.Epoll;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.fingerpost.gateway.datagrams.netty.NettyDatagrams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each way to the kernel has to do; here Netty's. */
class DatagramsTest {
    private static final int PATIENCE_MILLIS = 20_000;
    static final int LONGEST = 1_472;

    private record Heard(Port port, InetSocketAddress from, InetAddress to, String text) {}

    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private Datagrams datagrams;
    private DatagramSocket client;

    Datagrams datagrams() {
        return new NettyDatagrams("tested");
    }

    /** Only some ways hear of it. */
    boolean tellsWhereTo() {
        return Epoll.isAvailable();
    }

    boolean tellsWhereToOverIpv6() {
        return false;
    }

    @BeforeEach
    void open() throws IOException {
        datagrams = datagrams();
        client = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        client.setSoTimeout(PATIENCE_MILLIS);
        client.setReceiveBufferSize(Opening.RECEIVE_BUFFER);
    }

    @AfterEach
    void close() {
        client.close();
        datagrams.close();
    }

    @Test
    void aPacketIsHeardAndAnswered() throws Exception {
        Port port = port("127.0.0.1");
        say(client, port, "127.0.0.1", "hello");
        Heard first = next();
        assertThat(first.port()).isSameAs(port);
        assertThat(first.from()).isEqualTo(client.getLocalSocketAddress());
        assertThat(first.text()).isEqualTo("hello");
        assertThat(answer()).isEqualTo("hello");
    }

    @Test
    void eachOfManyIsHeardInOrderAndWhole() throws Exception {
        Port port = port("127.0.0.1");
        for (int i = 1; i <= 200; i++) {
            say(client, port, "127.0.0.1", "x".repeat(i));
        }
        for (int i = 1; i <= 200; i++) {
            assertThat(next().text()).hasSize(i);
            assertThat(answer()).hasSize(i);
        }
    }

    @Test
    void whatIsTooLongIsHeardAsTooLong() throws Exception {
        Port port = port("127.0.0.1");
        say(client, port, "127.0.0.1", "x".repeat(5_000));
        assertThat(next().text()).hasSize(Opening.LONGEST_DATAGRAM);
    }

    @Test
    void itIsToldWhereAPacketWasSentTo() throws Exception {
        assumeTrue(tellsWhereTo(), "this way does not hear of it");
        Port port = datagrams.open(new Opening("0.0.0.0", 0, true), this::hear);
        say(client, port, "127.0.0.7", "seven");
        assertThat(next().to()).isEqualTo(InetAddress.getByName("127.0.0.7"));
        client.setBroadcast(true);
        say(client, port, "127.255.255.255", "all");
        assertThat(next().to()).isEqualTo(InetAddress.getByName("127.255.255.255"));
    }

    @Test
    void bothFamiliesReachAPortOfAllAddresses() throws Exception {
        assumeTrue(hasIpv6(), "this machine has no IPv6");
        Port port = datagrams.open(new Opening("::", 0, tellsWhereToOverIpv6()), this::hear);
        try (DatagramSocket six = new DatagramSocket(0, InetAddress.getByName("::1"))) {
            six.setSoTimeout(PATIENCE_MILLIS);
            say(six, port, "::1", "six");
            Heard first = next();
            assertThat(first.from()).isEqualTo(six.getLocalSocketAddress());
            if (tellsWhereToOverIpv6()) {
                assertThat(first.to()).isEqualTo(InetAddress.getByName("::1"));
            }
            six.receive(new DatagramPacket(new byte[100], 100));
        }
        say(client, port, "127.0.0.1", "four");
        Heard second = next();
        assertThat(second.from()).isEqualTo(client.getLocalSocketAddress());
        if (tellsWhereToOverIpv6()) {
            assertThat(second.to()).isEqualTo(InetAddress.getByName("127.0.0.1"));
        }
        assertThat(answer()).isEqualTo("four");
    }

    @Test
    void whoIsGoneOrOutOfReachKeepsNobodyElseWaiting() throws Exception {
        Port port = port("127.0.0.1");
        int gone;
        try (DatagramSocket other = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            gone = other.getLocalPort();
        }
        datagrams.execute(() -> {
            port.send(to(new InetSocketAddress("127.0.0.1", gone)), new byte[] {1});
            port.send(to(new InetSocketAddress("127.0.0.1", 0)), new byte[] {1});
            port.send(to((InetSocketAddress) client.getLocalSocketAddress()), new byte[] {'h'});
        });
        assertThat(answer()).isEqualTo("h");
        say(client, port, "127.0.0.1", "still there");
        assertThat(answer()).isEqualTo("still there");
    }

    @Test
    void aReceiverThatBreaksHearsTheNext() throws Exception {
        Port port =
                datagrams.open(
                        new Opening("127.0.0.1", 0, false),
                        (at, from, to, packet) -> {
                            if (packet.remaining() == 3) {
                                throw new IllegalStateException("broken on purpose");
                            }
                            hear(at, from, to, packet);
                        });
        say(client, port, "127.0.0.1", "bad");
        say(client, port, "127.0.0.1", "good");
        assertThat(answer()).isEqualTo("good");
    }

    @Test
    void whatIsToBeDoneIsDoneOnTheThread() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        assertThat(datagrams.onThread()).isFalse();
        datagrams.execute(() -> {
            throw new IllegalStateException("broken on purpose");
        });
        datagrams.execute(() -> {
            if (datagrams.onThread()) {
                Runnable next = () -> datagrams.execute(done::countDown);
                datagrams.after(1, () -> datagrams.after(1, next));
            }
        });
        assertThat(done.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)).isTrue();
    }

    @Test
    void aTakenPortIsRefusedAndAClosedOneCanBeHadAgain() throws Exception {
        Port port = port("127.0.0.1");
        Opening same = new Opening("127.0.0.1", port.number(), false);
        assertThatThrownBy(() -> datagrams.open(same, this::hear))
                .isInstanceOf(IllegalStateException.class);
        datagrams.close();
        while (port.isOpen()) {
            Thread.onSpinWait();
        }
        new DatagramSocket(port.number(), InetAddress.getLoopbackAddress()).close();
    }

    static Peers to(InetSocketAddress client) {
        return new Peers(InetAddress.getLoopbackAddress(), client);
    }

    Port port(String host) {
        return datagrams.open(new Opening(host, 0, false), this::hear);
    }

    private void hear(Port port, InetSocketAddress from, InetAddress to, ByteBuffer packet) {
        byte[] bytes = new byte[packet.remaining()];
        packet.get(bytes);
        heard.add(new Heard(port, from, to, new String(bytes, StandardCharsets.US_ASCII)));
        port.send(new Peers(to, from), bytes);
    }

    private Heard next() throws InterruptedException {
        Heard next = heard.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        assertThat(next).as("a packet was heard").isNotNull();
        return next;
    }

    private String answer() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[2_000], 2_000);
        client.receive(packet);
        return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.US_ASCII);
    }

    private static void say(DatagramSocket from, Port to, String host, String text)
            throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        InetAddress address = InetAddress.getByName(host);
        from.send(new DatagramPacket(bytes, bytes.length, address, to.number()));
    }

    private static boolean hasIpv6() {
        try (DatagramSocket _ = new DatagramSocket(0, InetAddress.getByName("::1"))) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
