package org.fingerpost.bench.door;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.locks.LockSupport;

/** Ports of loopback. */
public final class Ports {
    private static final long GLANCE_NANOS = 50_000_000;

    private Ports() {}

    /** One that nobody listens on. */
    public static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Returns when somebody listens there. */
    static void await(int port, Process process) throws IOException {
        while (!listens(port)) {
            if (!process.isAlive()) {
                throw new IOException("ended with " + process.exitValue() + " before it listened");
            }
            LockSupport.parkNanos(GLANCE_NANOS);
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
