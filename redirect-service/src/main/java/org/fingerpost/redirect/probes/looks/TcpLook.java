package org.fingerpost.redirect.probes.looks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Optional;

/** Does it take connections? */
public final class TcpLook {
    private static final int PATIENCE_MILLIS = 3_000;
    private static final int MOST_ADDRESSES = 4;

    private TcpLook() {}

    /** The first of the addresses that does. */
    public static Optional<InetAddress> at(
            List<InetAddress> addresses, int port, List<Point> points) {
        Optional<InetAddress> open =
                addresses.stream()
                        .limit(MOST_ADDRESSES)
                        .filter(each -> connects(each, port))
                        .findFirst();
        points.add(
                open.map(InetAddress::getHostAddress)
                        .map(at -> Point.passed("tcp", at + " takes connections on port " + port))
                        .orElseGet(() ->
                                Point.failed("tcp", "nothing takes connections on port " + port)));
        return open;
    }

    private static boolean connects(InetAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), PATIENCE_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
