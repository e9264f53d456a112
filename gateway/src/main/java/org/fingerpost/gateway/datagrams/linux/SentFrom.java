package org.fingerpost.gateway.datagrams.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * Tells the kernel from which address of the machine a packet goes out (ip(7), IP_PKTINFO; RFC
 * 3542, 6.2); 0.0.0.0 and :: leave it to the kernel.
 *
 * <pre>
 * cmsghdr: length 8 (with this head), level 4, type 4
 * IPv4: interface 4 (0: by the way to the client), address 4, unused 4
 * IPv6: address 16, interface 4
 * </pre>
 */
final class SentFrom {
    private static final int HEAD = 16;
    private static final int IPV4_BYTES = 12;
    private static final int IPV6_BYTES = 20;
    private static final int ALIGNED = 8;

    private SentFrom() {}

    /**
     * @param family of the socket
     * @return the length
     */
    static int write(InetAddress own, int family, MemorySegment control, long at) {
        if (own.isAnyLocalAddress()) {
            return 0;
        }
        byte[] address = own.getAddress();
        if (family == Numbers.IPV4) {
            head(control, at, IPV4_BYTES, Numbers.IP, Numbers.SENT_FROM_IPV4);
            control.set(JAVA_INT, at + HEAD, 0);
            MemorySegment.copy(address, 0, control, JAVA_BYTE, at + HEAD + 4, 4);
            control.set(JAVA_INT, at + HEAD + 8, 0);
            return HEAD + IPV4_BYTES + 7 & -ALIGNED;
        }
        head(control, at, IPV6_BYTES, Numbers.OVER_IPV6, Numbers.SENT_FROM_IPV6);
        MemorySegment.copy(sixteen(address), 0, control, JAVA_BYTE, at + HEAD, 16);
        int scope =
                own instanceof Inet6Address six && six.isLinkLocalAddress() ? six.getScopeId() : 0;
        control.set(JAVA_INT, at + HEAD + 16, scope);
        return HEAD + IPV6_BYTES + 7 & -ALIGNED;
    }

    /** An IPv6 socket has IPv4 addresses too, mapped (RFC 4291, 2.5.5.2). */
    private static byte[] sixteen(byte[] address) {
        if (address.length == 16) {
            return address;
        }
        byte[] mapped = new byte[16];
        mapped[10] = -1;
        mapped[11] = -1;
        System.arraycopy(address, 0, mapped, 12, 4);
        return mapped;
    }

    private static void head(MemorySegment control, long at, int bytes, int level, int type) {
        control.set(JAVA_LONG, at, HEAD + bytes);
        control.set(JAVA_INT, at + 8, level);
        control.set(JAVA_INT, at + 12, type);
    }
}
