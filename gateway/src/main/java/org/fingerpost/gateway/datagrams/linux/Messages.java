package org.fingerpost.gateway.datagrams.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Headers of datagrams as {@code recvmmsg} and {@code sendmmsg} want them, one behind the other,
 * each with its address, its bytes and what the kernel adds ("control") at a place of its own.
 *
 * <pre>
 * mmsghdr: name 8, length of name 4 + 4, iovec 8, count of iovecs 8,
 *          control 8, length of control 8, flags 4 + 4, length of datagram 4 + 4
 * iovec:   bytes 8, length 8
 * </pre>
 */
final class Messages {
    static final int HEADER = 64;
    static final int CONTROL = 64;
    private static final int NAME = 32;
    private static final int IOVEC = 16;

    final int slots;
    final MemorySegment headers;
    final MemorySegment names;
    final MemorySegment control;
    final MemorySegment bytes;
    final int slotBytes;
    private final MemorySegment iovecs;

    Messages(Arena arena, int slots, int longest) {
        this.slots = slots;
        this.slotBytes = longest + 63 & -64;
        this.headers = arena.allocate((long) HEADER * slots, 8);
        this.names = arena.allocate((long) NAME * slots, 8);
        this.iovecs = arena.allocate((long) IOVEC * slots, 8);
        this.control = arena.allocate((long) CONTROL * slots, 8);
        this.bytes = arena.allocate((long) slotBytes * slots, 64);
        for (int slot = 0; slot < slots; slot++) {
            long header = header(slot);
            headers.set(ADDRESS, header, names.asSlice(name(slot)));
            headers.set(JAVA_INT, header + 8, Addresses.BYTES);
            headers.set(ADDRESS, header + 16, iovecs.asSlice((long) IOVEC * slot));
            headers.set(JAVA_LONG, header + 24, 1);
            headers.set(ADDRESS, header + 32, control.asSlice((long) CONTROL * slot));
            iovecs.set(ADDRESS, (long) IOVEC * slot, bytes.asSlice(at(slot)));
            iovecs.set(JAVA_LONG, (long) IOVEC * slot + 8, longest);
        }
    }

    private static long header(int slot) {
        return (long) HEADER * slot;
    }

    static long name(int slot) {
        return (long) NAME * slot;
    }

    static long control(int slot) {
        return (long) CONTROL * slot;
    }

    long at(int slot) {
        return (long) slotBytes * slot;
    }

    void nameLength(int slot, int length) {
        headers.set(JAVA_INT, header(slot) + 8, length);
    }

    void length(int slot, int length) {
        iovecs.set(JAVA_LONG, (long) IOVEC * slot + 8, length);
    }

    /** A copy of what is to be sent from there. */
    byte[] packet(int slot) {
        long length = iovecs.get(JAVA_LONG, (long) IOVEC * slot + 8);
        return bytes.asSlice(at(slot), length).toArray(JAVA_BYTE);
    }

    /** How much the kernel says of the packet, or may say, or is told. */
    void controlLength(int slot, int length) {
        headers.set(JAVA_LONG, header(slot) + 40, length);
    }

    int controlLength(int slot) {
        return (int) headers.get(JAVA_LONG, header(slot) + 40);
    }

    int received(int slot) {
        return headers.get(JAVA_INT, header(slot) + 56);
    }
}
