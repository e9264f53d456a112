package org.fingerpost.cli.lan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A DHCP server on a loopback port that answers whoever asks, with the options it is given. */
final class PlayedDhcp implements AutoCloseable {
    private final DatagramSocket socket;
    private final byte[] options;
    private final int answerToRequest;
    private final List<byte[]> heard = new CopyOnWriteArrayList<>();

    /**
     * @param options hex, behind the message type and the server's name
     */
    PlayedDhcp(String options, int answerToRequest) {
        this.options = HexFormat.of().parseHex(options);
        this.answerToRequest = answerToRequest;
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().start(this::serve);
    }

    static PlayedDhcp telling66(String text) {
        return new PlayedDhcp(
                "42%02x".formatted(text.length())
                        + HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII)),
                5);
    }

    String ports() {
        return socket.getLocalPort() + ",0";
    }

    /** What phones sent, in the order it came. */
    List<byte[]> heard() {
        return heard;
    }

    @Override
    public void close() {
        socket.close();
    }

    private void serve() {
        try {
            while (true) {
                var packet = new DatagramPacket(new byte[2048], 2048);
                socket.receive(packet);
                var message = Arrays.copyOf(packet.getData(), packet.getLength());
                heard.add(message);
                // The type stands first of all options but 50, and in each message it is one octet.
                var type = message[240] == 53 ? message[242] : message[248];
                if (type == 1 || type == 3) {
                    var answer = answer(message, type == 1 ? 2 : answerToRequest);
                    socket.send(
                            new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            }
        } catch (IOException e) {
            if (!socket.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private byte[] answer(byte[] question, int type) {
        var head = ByteBuffer.wrap(Arrays.copyOf(question, 240));
        head.put(0, (byte) 2).putInt(16, 0xc0000296);
        var out = new ByteArrayOutputStream();
        out.writeBytes(head.array());
        out.writeBytes(new byte[] {53, 1, (byte) type, 54, 4, 127, 0, 0, 1});
        out.writeBytes(options);
        out.write(0xff);
        return out.toByteArray();
    }
}
