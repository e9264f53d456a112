package org.fingerpost.gateway.datagrams;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** Who hears what comes in, on the thread of the ports. */
public interface Receiver {
    /**
     * @param to the address that it was sent to
     * @param packet is read within this call; its memory is used again
     */
    void receive(Port port, InetSocketAddress from, InetAddress to, ByteBuffer packet);
}
