package org.fingerpost.gateway.datagrams.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.fingerpost.gateway.datagrams.Opening;
import org.jboss.logging.Logger;

/** Where packets lie while they are heard; one for all ports, which are read in turns. */
final class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);

    /** With one call: of 200 clients that fetch at once hardly more wait at one port. */
    private static final int SLOTS = 32;

    private static final int CONTROL_HEAD = 16;

    private final Kernel kernel;
    private final Messages messages;
    private final Addresses addresses = new Addresses();
    private final ByteBuffer[] packets = new ByteBuffer[SLOTS];

    Inbox(Kernel kernel, Arena arena) {
        this.kernel = kernel;
        this.messages = new Messages(arena, SLOTS, Opening.LONGEST_DATAGRAM);
        for (int slot = 0; slot < SLOTS; slot++) {
            packets[slot] =
                    messages.bytes
                            .asSlice(messages.at(slot), Opening.LONGEST_DATAGRAM)
                            .asByteBuffer();
        }
    }

    /**
     * Hands on what has come, as much as one call brings: what is left makes epoll tell of the port
     * again.
     *
     * @return how many packets that was
     */
    int read(LinuxPort port) {
        if (port.tellsWhereTo()) {
            for (int slot = 0; slot < SLOTS; slot++) {
                messages.controlLength(slot, Messages.CONTROL);
            }
        }
        int count = kernel.receive(port.socket(), messages.headers, SLOTS);
        if (count < 0 && count != -Kernel.AGAIN && count != -Kernel.INTERRUPTED) {
            // A socket tells of unreachable clients too; the others go on.
            LOG.debugf("UDP port %d: error %d", port.number(), -count);
        }
        for (int slot = 0; slot < count; slot++) {
            try {
                hand(port, slot);
            } catch (RuntimeException | Error broken) {
                LOG.error("A packet was not dealt with", broken);
            }
            messages.nameLength(slot, Addresses.BYTES);
        }
        return Math.max(0, count);
    }

    private void hand(LinuxPort port, int slot) {
        InetSocketAddress from = addresses.read(messages.names, Messages.name(slot));
        InetAddress to = port.tellsWhereTo() ? sentTo(slot, port) : port.address();
        ByteBuffer packet = packets[slot];
        packet.limit(messages.received(slot)).position(0);
        port.receiver().receive(port, from, to, packet);
    }

    /**
     * What the kernel says of it.
     *
     * <pre>
     * cmsghdr: length 8 (with this head), level 4, type 4; a socket address
     * </pre>
     */
    private InetAddress sentTo(int slot, LinuxPort port) {
        long at = Messages.control(slot);
        long end = at + messages.controlLength(slot);
        while (at + CONTROL_HEAD + Addresses.IPV4_BYTES <= end) {
            int level = messages.control.get(JAVA_INT, at + 8);
            int type = messages.control.get(JAVA_INT, at + 12);
            if (level == Numbers.IP && type == Numbers.TELL_WHERE_TO_IPV4
                    || level == Numbers.OVER_IPV6 && type == Numbers.TELL_WHERE_TO_IPV6) {
                return addresses.read(messages.control, at + CONTROL_HEAD).getAddress();
            }
            at += messages.control.get(JAVA_LONG, at) + 7 & -8;
        }
        return port.address();
    }
}
