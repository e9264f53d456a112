package org.fingerpost.gateway.transfer;

import org.fingerpost.gateway.packets.PacketWriter;

/**
 * The blocks that the client has not yet acknowledged and the one next to them, as packets; blocks
 * are counted from 1 and go on counting where their 16 bits on the wire begin anew.
 */
final class Window {
    private static final int HEAD = 4;

    /** Behind a window there is one block more, and one that is empty where the file ends. */
    private static final int BEYOND = 2;

    private final int blockSize;
    private final long last;
    private final boolean endsEmpty;

    /** Each at its number, modulo the length. */
    private final byte[][] packets;

    private long first = 1;
    private long next = 1;

    Window(Terms terms) {
        this.blockSize = terms.blockSize();
        this.last = terms.lastBlock();
        this.endsEmpty = terms.size() % blockSize == 0;
        this.packets = new byte[(int) Math.min(last, terms.windowSize() + BEYOND)][];
    }

    /** Behind the last one that is here. */
    long next() {
        return next;
    }

    /** Cuts the bytes into blocks behind those that are here. */
    void add(byte[] in, int from, int length) {
        int end = from + length;
        for (int at = from; at < end; at += blockSize) {
            add(PacketWriter.data((int) next & 0xffff, in, at, Math.min(blockSize, end - at)));
        }
    }

    /** If the file ends where a block does, the end is an empty block, for which nobody asks. */
    void addEmptyEnd() {
        if (endsEmpty && next == last) {
            add(PacketWriter.data((int) last & 0xffff, new byte[0], 0, 0));
        }
    }

    private void add(byte[] packet) {
        packets[place(next)] = packet;
        next++;
    }

    private int place(long block) {
        return (int) (block % packets.length);
    }

    void forgetThrough(long block) {
        for (; first <= block; first++) {
            packets[place(first)] = null;
        }
    }

    /**
     * @param block one of those that are here
     */
    byte[] packet(long block) {
        return packets[place(block)];
    }

    int bytes() {
        int bytes = 0;
        for (long block = first; block < next; block++) {
            bytes += packet(block).length - HEAD;
        }
        return bytes;
    }
}
