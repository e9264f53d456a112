package org.fingerpost.fuzz.port;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.util.Arrays;

/** Fetches one file as RFC 1350, 2347, 2348 and 7440 want it, on a machine that has no time. */
final class HonestClient {
    private static final int PATIENCE_MILLIS = 250;
    private static final int MOST_SILENCES = 60;
    private static final int USUAL_BLOCK = 512;

    /**
     * @param twice whether a copy of the request, which the network has kept, arrives when a part
     *     of the file is there
     */
    record Wish(String name, int blockSize, int window, boolean nat, boolean twice) {}

    private final Wish wish;
    private final InetSocketAddress server;
    private final byte[] request;
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private SocketAddress peer;
    private byte[] said;
    private int blockSize = USUAL_BLOCK;
    private int window = 1;
    private int expected = 1;
    private int inWindow;
    private boolean gapTold;
    private boolean copied;
    private boolean complete;

    HonestClient(Wish wish, InetSocketAddress server) {
        this.wish = wish;
        this.server = server;
        this.request =
                Datagrams.bytes(
                        Datagrams.READ,
                        wish.name
                                + "\0octet\0"
                                + (wish.blockSize == USUAL_BLOCK
                                        ? ""
                                        : "blksize\0" + wish.blockSize + "\0")
                                + (wish.window == 1 ? "" : "windowsize\0" + wish.window + "\0")
                                + (wish.nat ? "grandstream_NAT\0001\0" : ""));
        this.said = request;
        this.peer = server;
    }

    /**
     * @throws IOException if it does not come, with a sentence
     */
    byte[] fetch(String from) throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getByName(from))) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            DatagramPacket heard = new DatagramPacket(new byte[65_536], 65_536);
            int silences = 0;
            say(socket, request);
            while (!complete) {
                try {
                    heard.setLength(65_536);
                    socket.receive(heard);
                    if (take(socket, heard)) {
                        silences = 0;
                    }
                } catch (SocketTimeoutException e) {
                    if (++silences > MOST_SILENCES) {
                        throw new IOException("nothing more came after block " + (expected - 1), e);
                    }
                    gapTold = false;
                    say(socket, said);
                }
            }
            return file.toByteArray();
        }
    }

    private void say(DatagramSocket socket, byte[] bytes) throws IOException {
        said = bytes;
        socket.send(new DatagramPacket(bytes, bytes.length, peer));
    }

    /** Whether it brought something new. */
    private boolean take(DatagramSocket socket, DatagramPacket heard) throws IOException {
        byte[] bytes = Arrays.copyOf(heard.getData(), heard.getLength());
        boolean begun = said != request;
        if (begun && !heard.getSocketAddress().equals(peer)) {
            // RFC 1350: whoever that is, is told so, and nothing else comes of it.
            byte[] unknown = {0, Datagrams.ERROR, 0, 5, 0};
            socket.send(new DatagramPacket(unknown, unknown.length, heard.getSocketAddress()));
            return false;
        }
        peer = heard.getSocketAddress();
        return switch (bytes[1]) {
            case Datagrams.OPTION_ACK -> agreed(socket, bytes);
            case Datagrams.DATA -> block(socket, bytes);
            default ->
                    throw new IOException(
                            "told: " + new String(bytes, 4, bytes.length - 5, ISO_8859_1));
        };
    }

    private boolean agreed(DatagramSocket socket, byte[] bytes) throws IOException {
        if (expected == 1) {
            String[] words = new String(bytes, 2, bytes.length - 2, ISO_8859_1).split("\0");
            for (int i = 0; i + 1 < words.length; i += 2) {
                switch (words[i]) {
                    case "blksize" -> blockSize = Integer.parseInt(words[i + 1]);
                    case "windowsize" -> window = Integer.parseInt(words[i + 1]);
                    default -> throw new IOException("agreed to what was not asked: " + words[i]);
                }
            }
        }
        acknowledge(socket);
        return expected == 1;
    }

    private boolean block(DatagramSocket socket, byte[] bytes) throws IOException {
        int number = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        if (number != (expected & 0xffff)) {
            if (!gapTold) {
                gapTold = true;
                acknowledge(socket);
            }
            return false;
        }
        gapTold = false;
        file.write(bytes, 4, bytes.length - 4);
        expected++;
        inWindow++;
        boolean last = bytes.length - 4 < blockSize;
        if (last || inWindow == window) {
            acknowledge(socket);
        }
        if (wish.twice && !copied && expected > 20) {
            copied = true;
            socket.send(new DatagramPacket(request, request.length, server));
        }
        complete = last;
        return true;
    }

    private void acknowledge(DatagramSocket socket) throws IOException {
        inWindow = 0;
        int block = expected - 1;
        say(socket, new byte[] {0, Datagrams.ACK, (byte) (block >> 8), (byte) block});
    }
}
