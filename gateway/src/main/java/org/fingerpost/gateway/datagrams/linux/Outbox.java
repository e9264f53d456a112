package org.fingerpost.gateway.datagrams.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Where packets of one port lie until they go out with one call; one for all ports, which send in
 * turns: the same few pages are written again and again, and the processor has them at hand.
 */
final class Outbox {
    private static final Logger LOG = Logger.getLogger(Outbox.class);

    /** More goes out in between. */
    static final int MOST_SLOTS = 64;

    private static final int LEAST_SLOTS = 8;

    /** With the usual blocks it takes 96 KB, with the largest 0.5 MB. */
    private static final int BYTES = 512 * 1024;

    private final Kernel kernel;
    private final Messages messages;
    private final InetSocketAddress[] clients;
    private final byte[][] packets;
    private Optional<LinuxPort> port = Optional.empty();
    private int count;

    Outbox(Kernel kernel, Arena arena, int longest) {
        this.kernel = kernel;
        this.messages =
                new Messages(arena, Math.clamp(BYTES / longest, LEAST_SLOTS, MOST_SLOTS), longest);
        this.clients = new InetSocketAddress[messages.slots];
        this.packets = new byte[messages.slots][];
    }

    void add(LinuxPort from, InetSocketAddress to, byte[] packet) {
        if (packet.length > messages.slotBytes) {
            throw new IllegalArgumentException(packet.length + " bytes are more than was said");
        }
        if (count == messages.slots || port.filter(from::equals).isEmpty()) {
            flush();
            port = Optional.of(from);
        }
        if (from.holds()) {
            from.hold(to, packet); // behind those for which there was no room just now
            return;
        }
        int slot = count;
        int length = Addresses.write(to, from.family(), messages.names, Messages.name(slot));
        messages.nameLength(slot, length);
        MemorySegment.copy(packet, 0, messages.bytes, JAVA_BYTE, messages.at(slot), packet.length);
        messages.length(slot, packet.length);
        clients[slot] = to;
        packets[slot] = packet;
        count++;
    }

    /** Sends all; what the kernel has no room for is the port's again. */
    void flush() {
        int first = 0;
        while (first < count) {
            MemorySegment rest =
                    first == 0
                            ? messages.headers
                            : messages.headers.asSlice((long) Messages.HEADER * first);
            int sent = kernel.send(port.orElseThrow().socket(), rest, count - first);
            if (sent == -Kernel.AGAIN) {
                giveBack(first);
                break;
            }
            if (sent >= 0) {
                first += sent;
            } else if (sent != -Kernel.INTERRUPTED) {
                LOG.debugf("A packet could not be sent: error %d", -sent);
                first++; // this client is out of reach, the next may not be
            }
        }
        count = 0;
    }

    private void giveBack(int first) {
        for (int slot = first; slot < count; slot++) {
            port.orElseThrow().hold(clients[slot], packets[slot]);
        }
    }
}
