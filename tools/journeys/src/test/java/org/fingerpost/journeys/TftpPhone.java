package org.fingerpost.journeys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.util.Optional;

/** Asks as the vendor's phones do in their manual's capture; shares no class with the gateway. */
final class TftpPhone {
    private static final int BLOCK = 1024;
    private static final int PATIENCE_MILLIS = 4_000;
    private static final int MOST_TRIES = 10;
    private static final int NO_SUCH_FILE = 1;

    private final String mac;
    private final SocketAddress server;

    TftpPhone(String mac, int port) {
        this.mac = mac;
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** The file; empty if the server says that there is none. */
    Optional<byte[]> get(String name) throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            byte[] said = request(name);
            SocketAddress to = server;
            for (int block = 1, tries = 0; tries < MOST_TRIES; tries++) {
                socket.send(new DatagramPacket(said, said.length, to));
                DatagramPacket heard = new DatagramPacket(new byte[2_000], 2_000);
                try {
                    socket.receive(heard);
                } catch (SocketTimeoutException e) {
                    continue;
                }
                byte[] bytes = heard.getData();
                if (bytes[1] == 5) {
                    return refused(name, heard);
                }
                to = heard.getSocketAddress();
                int number = bytes[1] == 6 ? 0 : (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
                if (bytes[1] == 3 && number == (block & 0xffff)) {
                    file.write(bytes, 4, heard.getLength() - 4);
                    block++;
                    tries = 0;
                }
                said = new byte[] {0, 4, (byte) (block - 1 >> 8), (byte) (block - 1)};
                if (bytes[1] == 3 && heard.getLength() < BLOCK + 4) {
                    socket.send(new DatagramPacket(said, said.length, to));
                    return Optional.of(file.toByteArray());
                }
            }
            throw new IOException("nobody answers");
        }
    }

    private static Optional<byte[]> refused(String name, DatagramPacket error) throws IOException {
        if (error.getData()[3] != NO_SUCH_FILE) {
            int message = Math.max(0, error.getLength() - 5);
            throw new IOException(
                    name + ": " + new String(error.getData(), 4, message, ISO_8859_1));
        }
        return Optional.empty();
    }

    private byte[] request(String name) {
        String words =
                String.join(
                        "\0",
                        "/" + name,
                        "octet",
                        "blksize",
                        Integer.toString(BLOCK),
                        "tsize",
                        "0",
                        "timeout",
                        "4",
                        "grandstream_MODEL",
                        "GXP2160",
                        "grandstream_NAT",
                        "1",
                        "grandstream_ID",
                        mac,
                        "grandstream_REV_BOOT",
                        "001.000.009.001",
                        "grandstream_REV_PHONE",
                        "001.000.009.001",
                        "");
        return ("\0\1" + words).getBytes(ISO_8859_1);
    }
}
