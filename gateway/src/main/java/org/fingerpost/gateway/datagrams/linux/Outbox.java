package org.fingerpost.gateway.datagrams.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Optional;
import org.fingerpost.gateway.datagrams.Peers;
import org.fingerpost.gateway.datagrams.Port;
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

    private static final ValueLayout.OfInt HEAD = JAVA_INT.withOrder(ByteOrder.BIG_ENDIAN);

    private final Kernel kernel;
    private final Messages messages;
    private final Peers[] peersOf;
    private Optional<LinuxPort> port = Optional.empty();
    private int count;

    Outbox(Kernel kernel, Arena arena, int longest) {
        this.kernel = kernel;
        this.messages =
                new Messages(arena, Math.clamp(BYTES / longest, LEAST_SLOTS, MOST_SLOTS), longest);
        this.peersOf = new Peers[messages.slots];
    }

    void add(LinuxPort from, Peers peers, byte[] packet) {
        makeRoom(from, packet.length);
        MemorySegment.copy(packet, 0, messages.bytes, JAVA_BYTE, messages.at(count), packet.length);
        take(from, peers, packet.length);
    }

    void add(LinuxPort from, Peers peers, int head, byte[] in, int begin, int length) {
        makeRoom(from, Port.HEAD_BYTES + length);
        long at = messages.at(count);
        messages.bytes.set(HEAD, at, head);
        MemorySegment.copy(in, begin, messages.bytes, JAVA_BYTE, at + Port.HEAD_BYTES, length);
        take(from, peers, Port.HEAD_BYTES + length);
    }

    private void makeRoom(LinuxPort from, int length) {
        if (length > messages.slotBytes) {
            throw new IllegalArgumentException(length + " bytes are more than was said");
        }
        if (count == messages.slots || port.filter(from::equals).isEmpty()) {
            flush();
            port = Optional.of(from);
        }
    }

    /** Its bytes lie at the next place. */
    private void take(LinuxPort from, Peers peers, int length) {
        int slot = count;
        messages.length(slot, length);
        if (from.holds()) {
            from.hold(peers, messages.packet(slot)); // behind those that have no room just now
            return;
        }
        int name =
                Addresses.write(peers.client(), from.family(), messages.names, Messages.name(slot));
        messages.nameLength(slot, name);
        messages.controlLength(
                slot,
                from.isEverywhere()
                        ? SentFrom.write(
                                peers.own(),
                                from.family(),
                                messages.control,
                                Messages.control(slot))
                        : 0);
        peersOf[slot] = peers;
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
            port.orElseThrow().hold(peersOf[slot], messages.packet(slot));
        }
    }
}
