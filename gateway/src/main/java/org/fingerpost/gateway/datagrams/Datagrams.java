package org.fingerpost.gateway.datagrams;

/** The ports of one thread, and the thread. Closing it closes them all. */
public interface Datagrams extends AutoCloseable {
    /**
     * Opens a port that is read from now on. From any other thread than the one of the ports.
     *
     * @throws IllegalStateException if it cannot be had; its message says why
     */
    Port open(Opening opening, Receiver receiver);

    boolean onThread();

    /** On the thread, later. What it sends goes out behind it. From any thread. */
    void execute(Runnable what);

    /** On the thread, after that time. What it sends goes out behind it. On the thread only. */
    void after(long millis, Runnable what);

    /** Nothing is received any more, and nothing is sent. */
    @Override
    void close();
}
