package org.fingerpost.drills.town;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The line between doors and Kafka, as fast as the machine until it is made slow. What Kafka tells
 * of its own address is changed to that of this line, or nobody would come by it twice.
 */
public final class SlowLine implements AutoCloseable {
    /** As much as may be under way in one direction of a connection. */
    private static final int UNDER_WAY = 256;

    private static final int CHUNK = 4_096;
    private static final String HOST = "127.0.0.1";

    private final ServerSocket server;
    private final int kafka;
    private volatile long delay;
    private volatile long nanosPerOctet;

    /** {@code kafka}: its port on this machine. */
    SlowLine(int kafka) {
        this.kafka = kafka;
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getByName(HOST));
        } catch (IOException e) {
            throw new UncheckedIOException("no port for the line to Kafka", e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    String bootstrapServers() {
        return HOST + ":" + server.getLocalPort();
    }

    /** Each octet is so late, and each connection carries so many octets a second each way. */
    public void slow(int delayMillis, int octetsPerSecond) {
        delay = TimeUnit.MILLISECONDS.toNanos(delayMillis);
        nanosPerOctet = TimeUnit.SECONDS.toNanos(1) / octetsPerSecond;
    }

    public void fast() {
        delay = 0;
        nanosPerOctet = 0;
    }

    /** {@code due}: by {@link System#nanoTime}; the last piece is empty. */
    private record Piece(byte[] octets, long due) {}

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket near = server.accept();
                Thread.ofVirtual().start(() -> connect(near));
            } catch (IOException e) {
                // The line is closed, or this caller is gone again.
            }
        }
    }

    private void connect(Socket near) {
        try (near;
                Socket far = new Socket(HOST, kafka)) {
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            Thread up = Thread.ofVirtual().start(() -> carry(near, far, false));
            carry(far, near, true);
            up.join();
        } catch (IOException e) {
            // Kafka is away: the caller sees that its connection ends.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void carry(Socket from, Socket to, boolean answers) {
        BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>(UNDER_WAY);
        Thread out = Thread.ofVirtual().start(() -> pour(pieces, from, to));
        try {
            DataInputStream in = new DataInputStream(from.getInputStream());
            byte[] octets = answers ? answer(in) : some(in);
            while (octets.length > 0) {
                pieces.put(new Piece(octets, System.nanoTime() + delay));
                octets = answers ? answer(in) : some(in);
            }
            pieces.put(new Piece(octets, System.nanoTime() + delay));
            out.join();
        } catch (IOException e) {
            hangUp(from, to);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pour(BlockingQueue<Piece> pieces, Socket from, Socket to) {
        try {
            OutputStream out = to.getOutputStream();
            Piece piece = pieces.take();
            while (piece.octets().length > 0) {
                LockSupport.parkNanos(piece.due() - System.nanoTime());
                for (int at = 0; at < piece.octets().length; at += CHUNK) {
                    int length = Math.min(CHUNK, piece.octets().length - at);
                    out.write(piece.octets(), at, length);
                    LockSupport.parkNanos(length * nanosPerOctet);
                }
                piece = pieces.take();
            }
        } catch (IOException e) {
            // One of the two has gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        hangUp(from, to);
    }

    private static byte[] some(InputStream in) throws IOException {
        byte[] octets = new byte[CHUNK];
        int length = Math.max(0, in.read(octets));
        return ByteBuffer.allocate(length).put(octets, 0, length).array();
    }

    /** A whole answer, which Kafka begins with its length in four octets; empty at the end. */
    private byte[] answer(DataInputStream in) throws IOException {
        byte[] head = in.readNBytes(Integer.BYTES);
        if (head.length < Integer.BYTES) {
            return new byte[0];
        }
        byte[] body = in.readNBytes(ByteBuffer.wrap(head).getInt());
        redirect(body);
        return ByteBuffer.allocate(head.length + body.length).put(head).put(body).array();
    }

    /** Host and port stand behind each other in all answers that tell where a broker is. */
    private void redirect(byte[] answer) {
        byte[] host = HOST.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer octets = ByteBuffer.wrap(answer);
        for (int at = 0; at + host.length + Integer.BYTES <= answer.length; at++) {
            int port = at + host.length;
            if (answer[at] == host[0]
                    && octets.slice(at, host.length).equals(ByteBuffer.wrap(host))
                    && octets.getInt(port) == kafka) {
                octets.putInt(port, server.getLocalPort());
            }
        }
    }

    private static void hangUp(Socket... sockets) {
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                // It is gone either way.
            }
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the line to Kafka", e);
        }
    }
}
