package org.fingerpost.bench.tftp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;

/**
 * Fetches one file, and sleeps until each packet comes.
 *
 * @param window of 1 is not asked for
 */
record Client(InetSocketAddress server, int block, int window) {
    private static final int PATIENCE_MILLIS = 1_000;
    private static final int MOST_SILENCES = 20;

    /** The bytes of the file. */
    long get(String name) throws IOException {
        Fetch fetch = new Fetch(name, block, window);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            say(socket, fetch);
            DatagramPacket in = new DatagramPacket(new byte[fetch.longest()], fetch.longest());
            for (int silences = 0; !fetch.isDone(); ) {
                in.setLength(fetch.longest());
                try {
                    socket.receive(in);
                } catch (SocketTimeoutException e) {
                    if (++silences == MOST_SILENCES) {
                        throw new IOException("the server is silent", e);
                    }
                    say(socket, fetch);
                    continue;
                }
                ByteBuffer packet = ByteBuffer.wrap(in.getData(), 0, in.getLength());
                if (fetch.hear(packet, in.getSocketAddress())) {
                    say(socket, fetch);
                }
            }
        }
        return fetch.bytes();
    }

    private void say(DatagramSocket socket, Fetch fetch) throws IOException {
        byte[] words = fetch.said().array();
        SocketAddress to = fetch.peer().orElse(server);
        socket.send(new DatagramPacket(words, words.length, to));
    }
}
