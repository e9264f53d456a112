package org.fingerpost.gateway.datagrams.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteOrder;

/**
 * Socket addresses in native memory, and ours. Those that were met lately are kept, so that a
 * packet of somebody known brings no new object.
 *
 * <pre>
 * IPv4: family 2, port 2 (network order), address 4, unused 8
 * IPv6: family 2, port 2 (network order), flow 4, address 16, scope 4
 * </pre>
 */
final class Addresses {
    static final int BYTES = 28;
    static final int IPV4_BYTES = 16;
    private static final int SLOTS = 1 << 12;

    private static final ValueLayout.OfShort PORT = JAVA_SHORT.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfLong HALF =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt QUARTER = JAVA_INT.withOrder(ByteOrder.BIG_ENDIAN);

    /** How IPv6 sockets write an IPv4 address (RFC 4291, 2.5.5.2). */
    private static final long MAPPED = 0xffff_0000_0000L;

    private static final long SPREAD = 0x9e37_79b9_7f4a_7c15L;

    private final long[] upper = new long[SLOTS];
    private final long[] lower = new long[SLOTS];
    private final long[] rest = new long[SLOTS];
    private final InetSocketAddress[] kept = new InetSocketAddress[SLOTS];

    /** The one that begins there. */
    InetSocketAddress read(MemorySegment memory, long at) {
        int port = Short.toUnsignedInt(memory.get(PORT, at + 2));
        if (memory.get(JAVA_SHORT, at) == Numbers.IPV4) {
            return find(0, MAPPED | Integer.toUnsignedLong(memory.get(QUARTER, at + 4)), port, 0);
        }
        return find(
                memory.get(HALF, at + 8),
                memory.get(HALF, at + 16),
                port,
                memory.get(JAVA_INT, at + 24));
    }

    private InetSocketAddress find(long high, long low, int port, int scope) {
        long tail = (long) scope << 32 | port;
        long hash = (high ^ low * 31 ^ tail) * SPREAD;
        int slot = (int) (hash >>> 52);
        if (kept[slot] == null || lower[slot] != low || rest[slot] != tail || upper[slot] != high) {
            kept[slot] = new InetSocketAddress(address(high, low, scope), port);
            upper[slot] = high;
            lower[slot] = low;
            rest[slot] = tail;
        }
        return kept[slot];
    }

    private static InetAddress address(long high, long low, int scope) {
        byte[] bytes = new byte[16];
        for (int i = 0; i < 8; i++) {
            bytes[i] = (byte) (high >> 56 - 8 * i);
            bytes[8 + i] = (byte) (low >> 56 - 8 * i);
        }
        try {
            return scope == 0
                    ? InetAddress.getByAddress(bytes)
                    : Inet6Address.getByAddress(null, bytes, scope);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("sixteen octets are an address", impossible);
        }
    }

    /**
     * Writes one as a socket of the family wants it.
     *
     * @return its length
     */
    static int write(InetSocketAddress address, int family, MemorySegment memory, long at) {
        byte[] bytes = address.getAddress().getAddress();
        memory.set(JAVA_SHORT, at, (short) family);
        memory.set(PORT, at + 2, (short) address.getPort());
        if (family == Numbers.IPV4) {
            MemorySegment.copy(bytes, 0, memory, JAVA_BYTE, at + 4, 4);
            return IPV4_BYTES;
        }
        memory.set(JAVA_INT, at + 4, 0);
        if (bytes.length == 4) {
            memory.set(HALF, at + 8, 0);
            memory.set(QUARTER, at + 16, (int) (MAPPED >> 32));
            MemorySegment.copy(bytes, 0, memory, JAVA_BYTE, at + 20, 4);
        } else {
            MemorySegment.copy(bytes, 0, memory, JAVA_BYTE, at + 8, 16);
        }
        int scope = address.getAddress() instanceof Inet6Address six ? six.getScopeId() : 0;
        memory.set(JAVA_INT, at + 24, scope);
        return BYTES;
    }
}
