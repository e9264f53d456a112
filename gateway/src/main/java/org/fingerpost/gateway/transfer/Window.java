package org.fingerpost.gateway.transfer;

import java.util.ArrayDeque;
import java.util.Iterator;
import org.fingerpost.gateway.packets.PacketWriter;

/**
 * The blocks that the client has not yet acknowledged and those next to them, as packets; blocks
 * are counted from 1 and go on counting where their 16 bits on the wire begin anew.
 */
final class Window {
    private static final int HEAD = 4;

    private final int blockSize;
    private final long last;
    private final boolean endsEmpty;
    private final ArrayDeque<byte[]> packets = new ArrayDeque<>();
    private long first = 1;

    Window(Terms terms) {
        this.blockSize = terms.blockSize();
        this.last = terms.lastBlock();
        this.endsEmpty = terms.size() % blockSize == 0;
    }

    /** Behind the last one that is here. */
    long next() {
        return first + packets.size();
    }

    /** Cuts the bytes into blocks behind those that are here. */
    void add(byte[] bytes) {
        int from = 0;
        while (from < bytes.length) {
            int length = Math.min(blockSize, bytes.length - from);
            packets.add(PacketWriter.data((int) next() & 0xffff, bytes, from, length));
            from += length;
        }
    }

    /** If the file ends where a block does, the end is an empty block, for which nobody asks. */
    void addEmptyEnd() {
        if (endsEmpty && next() == last) {
            packets.add(PacketWriter.data((int) last & 0xffff, new byte[0], 0, 0));
        }
    }

    void forgetThrough(long block) {
        while (first <= block) {
            packets.remove();
            first++;
        }
    }

    /** The packets from this block up to that, of those that are here. */
    Iterable<byte[]> between(long from, long through) {
        Iterator<byte[]> all = packets.iterator();
        for (long block = first; block < from; block++) {
            all.next();
        }
        long most = Math.min(through, next() - 1) - from + 1;
        return () ->
                new Iterator<>() {
                    private long left = most;

                    @Override
                    public boolean hasNext() {
                        return left > 0;
                    }

                    @Override
                    public byte[] next() {
                        left--;
                        return all.next();
                    }
                };
    }

    int bytes() {
        int bytes = 0;
        for (byte[] packet : packets) {
            bytes += packet.length - HEAD;
        }
        return bytes;
    }
}
