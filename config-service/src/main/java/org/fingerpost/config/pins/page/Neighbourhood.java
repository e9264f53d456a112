package org.fingerpost.config.pins.page;

import io.vertx.core.net.SocketAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/** From where a request came, as far as one person can choose it: an IPv4 address, an IPv6 /64. */
final class Neighbourhood {
    private static final int PREFIX_BYTES = 8;

    private Neighbourhood() {}

    static String of(SocketAddress peer) {
        String address = peer == null ? null : peer.hostAddress();
        return address == null ? "" : of(address);
    }

    /** What is no address, as a proxy's word may be, stands for itself. */
    static String of(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address.replaceFirst("%.*", ""));
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(parsed.getAddress(), 0, PREFIX_BYTES) + "/64"
                    : parsed.getHostAddress();
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
