package org.fingerpost.gateway.datagrams.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetSocketAddress;
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

    private static final long SPREAD = 0x9e37_79b9_7f4a_7c15L;

    private final KnownAddress[] kept = new KnownAddress[SLOTS];

    /** The one that begins there; the same object if it was met lately. */
    InetSocketAddress read(MemorySegment memory, long at) {
        int port = Short.toUnsignedInt(memory.get(PORT, at + 2));
        if (memory.get(JAVA_SHORT, at) == Numbers.IPV4) {
            long low = KnownAddress.MAPPED | Integer.toUnsignedLong(memory.get(QUARTER, at + 4));
            return find(0, low, KnownAddress.rest(port, 0));
        }
        return find(
                memory.get(HALF, at + 8),
                memory.get(HALF, at + 16),
                KnownAddress.rest(port, memory.get(JAVA_INT, at + 24)));
    }

    private InetSocketAddress find(long high, long low, long rest) {
        long hash = (high ^ low * 31 ^ rest) * SPREAD;
        int slot = (int) (hash >>> 52);
        KnownAddress known = kept[slot];
        if (known == null || !known.is(high, low, rest)) {
            known = KnownAddress.of(high, low, rest);
            kept[slot] = known;
        }
        return known;
    }

    /**
     * Writes one as a socket of the family wants it.
     *
     * @return its length
     */
    static int write(InetSocketAddress address, int family, MemorySegment memory, long at) {
        KnownAddress known = KnownAddress.of(address);
        memory.set(JAVA_SHORT, at, (short) family);
        memory.set(PORT, at + 2, (short) known.rest);
        if (family == Numbers.IPV4) {
            memory.set(QUARTER, at + 4, (int) known.low);
            return IPV4_BYTES;
        }
        memory.set(JAVA_INT, at + 4, 0);
        memory.set(HALF, at + 8, known.high);
        memory.set(HALF, at + 16, known.low);
        memory.set(JAVA_INT, at + 24, known.scope());
        return BYTES;
    }
}
