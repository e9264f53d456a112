package org.fingerpost.gateway.datagrams;

/**
 * What a port is to be.
 *
 * @param number 0 for any free one
 * @param tellsWhereTo whether the receiver is to know to which address a packet was sent, as far as
 *     the system tells it; else it hears of the port's own
 */
public record Opening(String host, int number, boolean tellsWhereTo) {
    /**
     * Clients send requests, acknowledgements and errors. Of what is longer so much is read that it
     * is still longer than the longest request that is looked at.
     */
    public static final int LONGEST_DATAGRAM = 1024 + 4;

    /** Of 10,000 phones that boot together few are to be lost here. */
    public static final int RECEIVE_BUFFER = 4 * 1024 * 1024;

    public static final int SEND_BUFFER = 1024 * 1024;
}
