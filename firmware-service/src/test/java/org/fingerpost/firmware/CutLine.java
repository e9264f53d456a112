package org.fingerpost.firmware;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** A line to the door that breaks after so many bytes of answers, again and again. */
final class CutLine implements AutoCloseable {
    private final ServerSocket listening;
    private final int door;
    private final int breaksAfter;
    private final AtomicInteger cuts = new AtomicInteger();

    CutLine(int door, int breaksAfter) throws IOException {
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.door = door;
        this.breaksAfter = breaksAfter;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    int cuts() {
        return cuts.get();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket phone = listening.accept();
                Thread.ofVirtual().start(() -> carry(phone));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void carry(Socket phone) {
        try (phone;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), door)) {
            Thread.ofVirtual().start(() -> ask(phone, server));
            copy(server.getInputStream(), phone.getOutputStream());
        } catch (IOException e) {
            // One side is gone, and with it the other.
        }
    }

    private static void ask(Socket phone, Socket server) {
        try {
            phone.getInputStream().transferTo(server.getOutputStream());
            server.shutdownOutput();
        } catch (IOException e) {
            // As above.
        }
    }

    private void copy(InputStream answers, OutputStream phone) throws IOException {
        byte[] some = new byte[8192];
        int left = breaksAfter;
        for (int count = answers.read(some); count >= 0; count = answers.read(some)) {
            phone.write(some, 0, Math.min(count, left));
            left -= Math.min(count, left);
            if (left == 0) {
                cuts.incrementAndGet();
                return;
            }
        }
    }
}
