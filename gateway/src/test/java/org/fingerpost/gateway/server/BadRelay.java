package org.fingerpost.gateway.server;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Stands between clients and a server, and loses, doubles, delays and reorders what it passes on,
 * as a seed says. It answers clients from one port for each of the server's, as a network would.
 */
final class BadRelay implements AutoCloseable {
    private static final int LOST_IN_A_HUNDRED = 5;
    private static final int DOUBLED_IN_A_HUNDRED = 10;
    private static final int LATE_IN_A_HUNDRED = 20;
    private static final int LATEST_MILLIS = 15;

    private final Random random;
    private final InetSocketAddress server;
    private final DatagramSocket front;
    private final Map<InetSocketAddress, DatagramSocket> behind = new ConcurrentHashMap<>();
    private final Map<InetSocketAddress, DatagramSocket> fronts = new ConcurrentHashMap<>();
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();

    BadRelay(long seed, int port) throws IOException {
        this.random = new Random(seed);
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.front = socket();
        fromClients(front, server);
    }

    int port() {
        return front.getLocalPort();
    }

    /** What clients send to this socket is meant for that port of the server. */
    private void fromClients(DatagramSocket socket, InetSocketAddress meant) {
        listen(
                socket,
                (client, bytes) -> {
                    DatagramSocket own = behind.computeIfAbsent(client, this::opened);
                    pass(own, meant, bytes);
                });
    }

    private DatagramSocket opened(InetSocketAddress client) {
        DatagramSocket socket = socket();
        listen(
                socket,
                (from, bytes) -> {
                    DatagramSocket facing =
                            fronts.computeIfAbsent(
                                    from,
                                    port -> {
                                        DatagramSocket made = socket();
                                        fromClients(made, port);
                                        return made;
                                    });
                    pass(facing, client, bytes);
                });
        return socket;
    }

    private synchronized void pass(DatagramSocket from, InetSocketAddress to, byte[] bytes) {
        int times = random.nextInt(100) < DOUBLED_IN_A_HUNDRED ? 2 : 1;
        for (int i = 0; i < times; i++) {
            boolean late = random.nextInt(100) < LATE_IN_A_HUNDRED;
            int delay = late ? random.nextInt(LATEST_MILLIS) : 0;
            if (random.nextInt(100) >= LOST_IN_A_HUNDRED) {
                later.schedule(() -> send(from, to, bytes), delay, TimeUnit.MILLISECONDS);
            }
        }
    }

    private static void send(DatagramSocket from, InetSocketAddress to, byte[] bytes) {
        try {
            from.send(new DatagramPacket(bytes, bytes.length, to));
        } catch (IOException e) {
            // Lost, as may happen here.
        }
    }

    private interface Heard {
        void packet(InetSocketAddress from, byte[] bytes);
    }

    private static void listen(DatagramSocket socket, Heard heard) {
        Thread.startVirtualThread(() -> {
            DatagramPacket datagram = new DatagramPacket(new byte[65_536], 65_536);
            while (!socket.isClosed()) {
                try {
                    socket.receive(datagram);
                    heard.packet(
                            (InetSocketAddress) datagram.getSocketAddress(),
                            Arrays.copyOf(datagram.getData(), datagram.getLength()));
                    datagram.setLength(65_536);
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    private static DatagramSocket socket() {
        try {
            return new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (SocketException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        later.shutdownNow();
        front.close();
        behind.values().forEach(DatagramSocket::close);
        fronts.values().forEach(DatagramSocket::close);
    }
}
