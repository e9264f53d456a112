package org.fingerpost.gateway.server;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is written is sent when a batch is through: many packets with one call of the kernel. */
final class Outgoing {
    private final Set<Channel> written = new HashSet<>();

    /**
     * @param packet is not copied
     */
    void write(Channel from, InetSocketAddress to, byte[] packet) {
        from.write(new DatagramPacket(Unpooled.wrappedBuffer(packet), to), from.voidPromise());
        written.add(from);
    }

    void flush() {
        if (!written.isEmpty()) {
            List<Channel> all = new ArrayList<>(written);
            written.clear();
            all.forEach(Channel::flush);
        }
    }
}
