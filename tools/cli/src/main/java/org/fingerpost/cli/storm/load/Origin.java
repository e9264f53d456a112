package org.fingerpost.cli.storm.load;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.fingerpost.cli.address.Address;

/** Where connections go, looked up once; and from where, if that is this machine. */
final class Origin {
    private static final Map<String, Optional<InetAddress>> KNOWN = new ConcurrentHashMap<>();

    private Origin() {}

    static Optional<InetSocketAddress> of(Address address) {
        return KNOWN.computeIfAbsent(address.host(), Origin::resolved)
                .map(host -> new InetSocketAddress(host, address.port()));
    }

    private static Optional<InetAddress> resolved(String host) {
        try {
            return Optional.of(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /**
     * One of the 16 million addresses of the loopback, another for each phone: doors see phones,
     * and no address runs out of ports. Never 127.0.0.0 or the highest one.
     */
    static Optional<InetSocketAddress> sourceOf(int phone, InetSocketAddress target) {
        byte[] to = target.getAddress().getAddress();
        if (to.length != 4 || to[0] != 127) {
            return Optional.empty();
        }
        int host = 1 + Math.floorMod(phone, 0xff_fffe);
        byte[] from = {127, (byte) (host >> 16), (byte) (host >> 8), (byte) host};
        try {
            return Optional.of(new InetSocketAddress(InetAddress.getByAddress(from), 0));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
