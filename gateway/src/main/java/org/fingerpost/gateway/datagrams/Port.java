package org.fingerpost.gateway.datagrams;

import java.net.InetSocketAddress;

/** One UDP port. Two are the same if they are one object. */
public interface Port {
    int number();

    boolean isOpen();

    /**
     * Sends, together with others, once what came in with the same call was heard. On the thread of
     * the ports only. What the kernel has no room for may be lost, as on any network.
     *
     * @param packet nobody changes it
     */
    void send(InetSocketAddress to, byte[] packet);
}
