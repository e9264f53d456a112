package org.fingerpost.cli.loopback;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.fingerpost.cli.address.Address;
import org.fingerpost.cli.address.Scheme;

/** A TFTP server that sends each file from a port of its own, and agrees to options if it knows. */
public final class TftpLoopback implements AutoCloseable {
    private final DatagramSocket socket;
    private final boolean knowsOptions;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private TftpLoopback(boolean knowsOptions) {
        this.knowsOptions = knowsOptions;
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().start(this::serve);
    }

    public static TftpLoopback start() {
        return new TftpLoopback(true);
    }

    /** As RFC 1350 alone has it. */
    public static TftpLoopback withoutOptions() {
        return new TftpLoopback(false);
    }

    public TftpLoopback serving(String path, byte[] file) {
        files.put(path, file);
        return this;
    }

    /** As P237 would name it. */
    public String hostAndPath(String path) {
        return "127.0.0.1:" + socket.getLocalPort() + path;
    }

    public Address address(String path) {
        return Address.ofPath(Scheme.TFTP, hostAndPath(path));
    }

    /** Each request's words, with blanks for the NULs between them. */
    public List<String> asked() {
        return asked;
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
                var words = new String(packet.getData(), 2, packet.getLength() - 2, ISO_8859_1);
                asked.add(words.replace('\0', ' ').strip());
                var file = files.get(words.split("\0")[0]);
                Thread.ofVirtual().start(() -> transfer(packet, file));
            }
        } catch (IOException e) {
            if (!socket.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void transfer(DatagramPacket asked, byte[] file) {
        try (var own = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            own.connect(asked.getSocketAddress());
            own.setSoTimeout(20_000);
            if (file == null) {
                send(own, "\0\5\0\1no such file\0".getBytes(ISO_8859_1));
                return;
            }
            var size = knowsOptions ? 1024 : 512;
            if (knowsOptions) {
                send(
                        own,
                        ("\0\6BLKSIZE\0001024\0tsize\0" + file.length + "\0").getBytes(ISO_8859_1));
                heard(own);
            }
            for (var block = 1; (block - 1) * size <= file.length; block++) {
                var from = (block - 1) * size;
                var data = new ByteArrayOutputStream();
                data.writeBytes(new byte[] {0, 3, (byte) (block >> 8), (byte) block});
                data.writeBytes(Arrays.copyOfRange(file, from, Math.min(from + size, file.length)));
                send(own, data.toByteArray());
                heard(own);
            }
        } catch (SocketTimeoutException e) {
            // The client has gone.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void heard(DatagramSocket own) throws IOException {
        own.receive(new DatagramPacket(new byte[512], 512));
    }

    private static void send(DatagramSocket own, byte[] packet) throws IOException {
        own.send(new DatagramPacket(packet, packet.length));
    }
}
