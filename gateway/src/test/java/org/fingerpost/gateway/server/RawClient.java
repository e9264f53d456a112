package org.fingerpost.gateway.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.fingerpost.gateway.packets.Packet;
import org.fingerpost.gateway.packets.PacketReader;
import org.fingerpost.gateway.packets.PacketWriter;

/** Says what it is told to, right or wrong. */
final class RawClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;

    private final DatagramSocket socket;
    private final InetSocketAddress server;
    private SocketAddress heardFrom;
    private Packet latest;

    RawClient(int port) throws IOException {
        this(InetAddress.getLoopbackAddress(), port);
    }

    RawClient(InetAddress host, int port) throws IOException {
        this.socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        this.server = new InetSocketAddress(host, port);
    }

    void send(Packet packet) throws IOException {
        sendBytes(PacketWriter.write(packet));
    }

    void sendBytes(byte[] bytes) throws IOException {
        socket.send(new DatagramPacket(bytes, bytes.length, server));
    }

    /** To everybody in the network of loopback. */
    void sendToAll(Packet packet) throws IOException {
        byte[] bytes = PacketWriter.write(packet);
        InetAddress all = InetAddress.getByName("127.255.255.255");
        socket.setBroadcast(true);
        socket.send(new DatagramPacket(bytes, bytes.length, all, server.getPort()));
    }

    /** To where the last packet came from. */
    void answer(Packet packet) throws IOException {
        byte[] bytes = PacketWriter.write(packet);
        socket.send(new DatagramPacket(bytes, bytes.length, heardFrom));
    }

    Packet receive() throws IOException {
        return receiveWithin(PATIENCE_MILLIS).orElseThrow();
    }

    Optional<Packet> receiveWithin(int millis) throws IOException {
        DatagramPacket datagram = new DatagramPacket(new byte[65_536], 65_536);
        socket.setSoTimeout(millis);
        try {
            socket.receive(datagram);
        } catch (SocketTimeoutException e) {
            return Optional.empty();
        }
        heardFrom = datagram.getSocketAddress();
        latest =
                PacketReader.read(
                        ByteBuffer.wrap(datagram.getData(), 0, datagram.getLength()).slice());
        return Optional.of(latest);
    }

    InetAddress heardAt() {
        return ((InetSocketAddress) heardFrom).getAddress();
    }

    int heardFrom() {
        return ((InetSocketAddress) heardFrom).getPort();
    }

    /** All of a file in blocks of 512, of which the first one has just come. */
    byte[] rest() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int expected = 1; ; receive()) {
            Packet.Data data = (Packet.Data) latest;
            if (data.block() != expected) {
                continue; // sent again, because this machine was slow
            }
            expected++;
            file.writeBytes(data.bytes());
            answer(new Packet.Ack(data.block()));
            if (data.bytes().length < 512) {
                return file.toByteArray();
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
