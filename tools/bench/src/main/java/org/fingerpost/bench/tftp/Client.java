package org.fingerpost.bench.tftp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.util.Optional;

/**
 * Fetches a file and throws it away; what it counts is its length.
 *
 * @param window of 1 is not asked for
 */
record Client(InetSocketAddress server, int block, int window) {
    private static final int USUAL = 512;
    private static final int PATIENCE_MILLIS = 1_000;
    private static final int MOST_SILENCES = 20;
    private static final int HEAD = 4;

    /** The bytes of the file. */
    long get(String name) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            Fetch fetch = new Fetch(socket, name);
            for (int silences = 0; silences < MOST_SILENCES && !fetch.done; ) {
                silences += fetch.receive() ? 0 : 1;
            }
            if (!fetch.done) {
                throw new IOException("the server is silent");
            }
            return fetch.bytes;
        }
    }

    /** One file under way. */
    private final class Fetch {
        private final DatagramSocket socket;
        private final DatagramPacket in = new DatagramPacket(new byte[HEAD + block], HEAD + block);
        private DatagramPacket said;
        private int agreedBlock = USUAL;
        private int agreedWindow = 1;
        private int last;
        private int sinceAck;
        private long bytes;
        private boolean done;

        /** From where the first reply came: others have no say (RFC 1350, 4). */
        private Optional<SocketAddress> peer = Optional.empty();

        Fetch(DatagramSocket socket, String name) throws IOException {
            this.socket = socket;
            byte[] request = request(name);
            this.said = new DatagramPacket(request, request.length, server);
            socket.send(said);
        }

        /** False if nothing has come, and the last word was said again. */
        boolean receive() throws IOException {
            in.setLength(HEAD + block);
            try {
                socket.receive(in);
            } catch (SocketTimeoutException e) {
                socket.send(said);
                return false;
            }
            if (in.getLength() < HEAD || !in.getSocketAddress().equals(peer())) {
                return true;
            }
            byte[] packet = in.getData();
            switch (packet[1]) {
                case 6 -> agree(new String(packet, 2, in.getLength() - 2, US_ASCII));
                case 3 -> data((packet[2] & 0xff) << 8 | packet[3] & 0xff, in.getLength() - HEAD);
                default ->
                        throw new IOException(
                                in.getSocketAddress()
                                        + " says, with opcode "
                                        + packet[1]
                                        + ": "
                                        + new String(
                                                packet, HEAD, in.getLength() - HEAD, US_ASCII));
            }
            return true;
        }

        private SocketAddress peer() {
            if (peer.isEmpty()) {
                peer = Optional.of(in.getSocketAddress());
            }
            return peer.get();
        }

        private void agree(String agreed) throws IOException {
            if (last > 0) {
                return; // it has come twice
            }
            agreedBlock = number(agreed, "blksize", USUAL);
            agreedWindow = number(agreed, "windowsize", 1);
            say();
        }

        private void data(int number, int length) throws IOException {
            if (number != (last + 1 & 0xffff)) {
                return;
            }
            last++;
            sinceAck++;
            bytes += length;
            done = length < agreedBlock;
            if (done || sinceAck == agreedWindow) {
                say();
            }
        }

        private void say() throws IOException {
            sinceAck = 0;
            byte[] ack = {0, 4, (byte) (last >> 8), (byte) last};
            said = new DatagramPacket(ack, HEAD, in.getSocketAddress());
            socket.send(said);
        }
    }

    private byte[] request(String name) {
        StringBuilder words = new StringBuilder("\0\1" + name + "\0octet\0");
        if (block != USUAL) {
            words.append("blksize\0").append(block).append('\0');
        }
        if (window != 1) {
            words.append("windowsize\0").append(window).append('\0');
        }
        return words.toString().getBytes(US_ASCII);
    }

    private static int number(String agreed, String option, int otherwise) {
        String[] words = agreed.split("\0");
        for (int i = 0; i + 1 < words.length; i += 2) {
            if (words[i].equalsIgnoreCase(option)) {
                return Integer.parseInt(words[i + 1]);
            }
        }
        return otherwise;
    }
}
