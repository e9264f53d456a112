package org.fingerpost.fuzz.port;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Optional;

/** One of the fuzzer's sockets. */
final class Peer implements AutoCloseable {
    record Heard(InetSocketAddress from, byte[] bytes) {
        int code() {
            return bytes.length < 2 ? -1 : bytes[1];
        }

        int number() {
            return bytes.length < 4 ? 0 : (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        }

        boolean is(int code) {
            return code() == code;
        }
    }

    private final DatagramChannel channel;
    private final ByteBuffer room = ByteBuffer.allocate(65_536);

    Peer(String address) throws IOException {
        channel = DatagramChannel.open();
        channel.bind(new InetSocketAddress(address, 0));
        channel.configureBlocking(false);
    }

    void send(byte[] datagram, InetSocketAddress to) throws IOException {
        channel.send(ByteBuffer.wrap(datagram), to);
    }

    /** What has come in, if anything has. */
    Optional<Heard> poll() throws IOException {
        room.clear();
        var from = (InetSocketAddress) channel.receive(room);
        if (from == null) {
            return Optional.empty();
        }
        byte[] bytes = new byte[room.flip().remaining()];
        room.get(bytes);
        return Optional.of(new Heard(from, bytes));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
