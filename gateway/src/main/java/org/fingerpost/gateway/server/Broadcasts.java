package org.fingerpost.gateway.server;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Which addresses are everybody's: a request that went to one of them is passed over in silence
 * (RFC 1123, 4.2.3.5), as each server of a network would answer it.
 */
final class Broadcasts {
    /** Networks come and go, seldom; to ask for them takes as long as to answer some phones. */
    private static final long FRESH = Duration.ofMinutes(1).toNanos();

    /** A network of two addresses has none to spare for everybody (RFC 3021). */
    private static final int LONGEST_PREFIX = 30;

    private static final int BITS = 32;

    private final LongSupplier nanos;
    private Set<InetAddress> ofNetworks = Set.of();
    private Optional<Long> askedAt = Optional.empty();

    Broadcasts(LongSupplier nanos) {
        this.nanos = nanos;
    }

    boolean isOne(InetAddress address) {
        if (address.isMulticastAddress()) {
            return true;
        }
        long now = nanos.getAsLong();
        if (askedAt.isEmpty() || now - askedAt.get() > FRESH) {
            askedAt = Optional.of(now);
            ofNetworks = ask();
        }
        return ofNetworks.contains(address);
    }

    private static Set<InetAddress> ask() {
        Set<InetAddress> all = new HashSet<>();
        all.add(address(-1));
        try {
            NetworkInterface.networkInterfaces()
                    .flatMap(each -> each.getInterfaceAddresses().stream())
                    .filter(each -> each.getAddress() instanceof Inet4Address)
                    .filter(each -> each.getNetworkPrefixLength() <= LONGEST_PREFIX)
                    .forEach(each -> all.add(highest(each)));
        } catch (SocketException e) {
            return all; // the one that every network has
        }
        return all;
    }

    private static InetAddress highest(InterfaceAddress of) {
        int hosts = (int) ((1L << BITS - of.getNetworkPrefixLength()) - 1);
        return address(ByteBuffer.wrap(of.getAddress().getAddress()).getInt() | hosts);
    }

    private static InetAddress address(int bits) {
        try {
            return InetAddress.getByAddress(ByteBuffer.allocate(4).putInt(bits).array());
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("four octets are an address", impossible);
        }
    }
}
