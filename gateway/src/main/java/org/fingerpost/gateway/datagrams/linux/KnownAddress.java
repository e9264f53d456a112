package org.fingerpost.gateway.datagrams.linux;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/**
 * A socket address that has its octets at hand: the library's own has them four objects away, each
 * of which the processor may have to wait for, with each packet.
 */
final class KnownAddress extends InetSocketAddress {
    private static final long serialVersionUID = 1;

    /** How IPv6 sockets write an IPv4 address (RFC 4291, 2.5.5.2). */
    static final long MAPPED = 0xffff_0000_0000L;

    /** The octets of an IPv6 address, or of a mapped IPv4 address. */
    final long high;

    final long low;

    /** The number of the port in the lower half, an IPv6 address's scope in the upper. */
    final long rest;

    private KnownAddress(InetAddress address, long high, long low, long rest) {
        super(address, (int) rest);
        this.high = high;
        this.low = low;
        this.rest = rest;
    }

    static KnownAddress of(long high, long low, long rest) {
        int scope = scope(rest);
        byte[] bytes = ByteBuffer.allocate(16).putLong(high).putLong(low).array();
        try {
            InetAddress address =
                    scope == 0
                            ? InetAddress.getByAddress(bytes)
                            : Inet6Address.getByAddress(null, bytes, scope);
            return new KnownAddress(address, high, low, rest);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("sixteen octets are an address", impossible);
        }
    }

    static KnownAddress of(InetSocketAddress address) {
        if (address instanceof KnownAddress known) {
            return known;
        }
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress().getAddress());
        boolean four = bytes.remaining() == Integer.BYTES;
        long high = four ? 0 : bytes.getLong();
        long low = four ? MAPPED | Integer.toUnsignedLong(bytes.getInt()) : bytes.getLong();
        int scope = address.getAddress() instanceof Inet6Address six ? six.getScopeId() : 0;
        return new KnownAddress(address.getAddress(), high, low, rest(address.getPort(), scope));
    }

    static long rest(int port, int scope) {
        return (long) scope << 32 | port;
    }

    private static int scope(long rest) {
        return (int) (rest >> 32);
    }

    int scope() {
        return scope(rest);
    }

    boolean is(long itsHigh, long itsLow, long itsRest) {
        return low == itsLow && rest == itsRest && high == itsHigh;
    }
}
