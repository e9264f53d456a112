package org.fingerpost.gateway.datagrams.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.fingerpost.gateway.datagrams.Opening;

/** Opens sockets: of IPv4 where the host is an IPv4 address, else of both. */
final class Sockets {
    private static final int NOT_PERMITTED = 1;
    private static final int NOT_ALLOWED = 13;
    private static final int TAKEN = 98;
    private static final int NOT_OURS = 99;

    private final Kernel kernel;

    Sockets(Kernel kernel) {
        this.kernel = kernel;
    }

    static int family(InetAddress host) {
        return host instanceof Inet4Address ? Numbers.IPV4 : Numbers.IPV6;
    }

    static InetAddress host(Opening opening) {
        try {
            return InetAddress.getByName(opening.host());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("there is no such host", e);
        }
    }

    /** Bound, and told what to tell. */
    int open(Opening opening) {
        InetAddress host = host(opening);
        int family = family(host);
        int flags = Numbers.DATAGRAM | Numbers.NOT_BLOCKING | Numbers.CLOSE_ON_EXEC;
        int socket = known(kernel.socket(family, flags));
        try (Arena arena = Arena.ofConfined()) {
            set(arena, socket, Numbers.SOCKETS, Numbers.RECEIVE_BUFFER, Opening.RECEIVE_BUFFER);
            set(arena, socket, Numbers.SOCKETS, Numbers.SEND_BUFFER, Opening.SEND_BUFFER);
            if (opening.tellsWhereTo()) {
                set(arena, socket, Numbers.IP, Numbers.TELL_WHERE_TO_IPV4, 1);
            }
            if (family == Numbers.IPV6) {
                set(arena, socket, Numbers.OVER_IPV6, Numbers.ONLY_IPV6, 0);
                if (opening.tellsWhereTo()) {
                    set(arena, socket, Numbers.OVER_IPV6, Numbers.TELL_WHERE_TO_IPV6, 1);
                }
            }
            MemorySegment address = arena.allocate(Addresses.BYTES, 8);
            InetSocketAddress wanted = new InetSocketAddress(host, opening.number());
            int length = Addresses.write(wanted, family, address, 0);
            known(kernel.bind(socket, address, length));
            return socket;
        } catch (RuntimeException e) {
            kernel.close(socket);
            throw e;
        }
    }

    private void set(Arena arena, int socket, int level, int name, int value) {
        known(kernel.option(socket, level, name, arena.allocateFrom(JAVA_INT, value)));
    }

    /** Where it is bound. */
    InetSocketAddress own(int socket, Addresses addresses) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment address = arena.allocate(Addresses.BYTES, 8);
            MemorySegment length = arena.allocateFrom(JAVA_INT, Addresses.BYTES);
            known(kernel.name(socket, address, length));
            return addresses.read(address, 0);
        }
    }

    /** What the kernel gave, unless it is an error. */
    static int known(int result) {
        if (result >= 0) {
            return result;
        }
        throw new IllegalStateException(
                switch (-result) {
                    case NOT_PERMITTED, NOT_ALLOWED -> "this user may not";
                    case TAKEN -> "another program has it";
                    case NOT_OURS -> "this machine has no such address";
                    default -> "the kernel's error " + -result;
                });
    }
}
