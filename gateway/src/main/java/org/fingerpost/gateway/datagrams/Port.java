package org.fingerpost.gateway.datagrams;

/** One UDP port. Two are the same if they are one object. */
public interface Port {
    /** Of a packet that is put together here. */
    int HEAD_BYTES = Integer.BYTES;

    int number();

    boolean isOpen();

    /**
     * Sends, together with others, once what came in with the same call was heard. On the thread of
     * the ports only. What the kernel has no room for may be lost, as on any network. Some ways to
     * the kernel leave it to that from which of its addresses it sends.
     *
     * @param packet nobody changes it
     */
    void send(Peers peers, byte[] packet);

    /**
     * The same of a packet that is put together here, with no copy of it on the way.
     *
     * @param head the first four octets, the first of them highest
     * @param in where the others lie; nobody changes them
     */
    void send(Peers peers, int head, byte[] in, int from, int length);
}
