package org.fingerpost.gateway.datagrams.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.InetSocketAddress;
import org.jboss.logging.Logger;

/** Packets of one port that wait for the end of the round, or for room in the kernel. */
final class Outbox {
    private static final Logger LOG = Logger.getLogger(Outbox.class);

    /** More goes out in between. */
    private static final int MOST_SLOTS = 64;

    private static final int LEAST_SLOTS = 8;

    /** Of 81 ports: with the usual blocks all have 8.5 MB, with the largest 21 MB. */
    private static final int BYTES = 256 * 1024;

    private final Kernel kernel;
    private final int socket;
    private final int family;
    private final Messages messages;
    private int first;
    private int count;

    Outbox(Kernel kernel, Arena arena, int socket, int family, int longest) {
        this.kernel = kernel;
        this.socket = socket;
        this.family = family;
        this.messages =
                new Messages(arena, Math.clamp(BYTES / longest, LEAST_SLOTS, MOST_SLOTS), longest);
    }

    boolean isEmpty() {
        return first == count;
    }

    void add(InetSocketAddress to, byte[] packet) {
        if (packet.length > messages.slotBytes) {
            throw new IllegalArgumentException(packet.length + " bytes are more than was said");
        }
        if (count == messages.slots) {
            flush();
            if (count == messages.slots) {
                return; // lost, as when a router has no room
            }
        }
        int slot = count;
        int length = Addresses.write(to, family, messages.names, Messages.name(slot));
        messages.nameLength(slot, length);
        MemorySegment.copy(packet, 0, messages.bytes, JAVA_BYTE, messages.at(slot), packet.length);
        messages.length(slot, packet.length);
        count++;
    }

    /** Sends all, or as many as the kernel has room for. */
    void flush() {
        while (first < count) {
            MemorySegment rest =
                    first == 0
                            ? messages.headers
                            : messages.headers.asSlice((long) Messages.HEADER * first);
            int sent = kernel.send(socket, rest, count - first);
            if (sent == -Kernel.AGAIN) {
                return;
            }
            if (sent >= 0) {
                first += sent;
            } else if (sent != -Kernel.INTERRUPTED) {
                LOG.debugf("A packet could not be sent: error %d", -sent);
                first++; // this client is out of reach, the next may not be
            }
        }
        first = 0;
        count = 0;
    }
}
