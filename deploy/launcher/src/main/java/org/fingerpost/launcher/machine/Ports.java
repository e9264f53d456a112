package org.fingerpost.launcher.machine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of this machine. */
public final class Ports {
    /**
     * Below the range from which Linux and macOS take the ports of outgoing connections: ours is
     * kept over restarts.
     */
    private static final int FIRST = 20_000;

    private static final int LAST = 29_999;

    private Ports() {}

    public static boolean isFree(String address, int port) {
        return bindable(address, port) && !answers("127.0.0.1", port);
    }

    /** A free port on loopback, for keeps, that nobody was promised. */
    public static int pick(Set<Integer> promised) {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);
            if (!promised.contains(port) && isFree("127.0.0.1", port)) {
                return port;
            }
        }
        throw new LaunchFailure("No free port was found between " + FIRST + " and " + LAST + ".");
    }

    /** Whether somebody accepts connections there. */
    public static boolean answers(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(host, port), (int) Duration.ofSeconds(1).toMillis());
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static boolean bindable(String address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
