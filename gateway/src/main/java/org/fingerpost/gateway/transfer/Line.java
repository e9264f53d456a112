package org.fingerpost.gateway.transfer;

/** What a transfer gives out, to whoever feeds it. Called from within the feeding calls. */
public interface Line {
    /** To the client. */
    void send(byte[] packet);

    /**
     * A block of the file, to the client.
     *
     * @param number on the wire, 0 to 65535
     * @param in where its bytes lie among others; nobody changes them
     */
    void send(int number, byte[] in, int from, int length);

    /**
     * The transfer wants bytes of its file, and is to be given all of them at once by {@link
     * Transfer#bytes}, or to be told by {@link Transfer#fail}; from within this call or later.
     * There is never more than one wish open.
     *
     * @param now nanoseconds of the transfer's clock
     */
    void wish(long offset, int length, long now);

    /** Nothing more will come out. */
    void over(Ending ending);
}
