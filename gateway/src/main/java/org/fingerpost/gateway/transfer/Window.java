package org.fingerpost.gateway.transfer;

/**
 * The blocks that the client has not yet acknowledged and those next to them, each a part of the
 * bytes that it came with; blocks are counted from 1 and go on counting where their 16 bits on the
 * wire begin anew.
 */
final class Window {
    private static final byte[] NOTHING = {};

    private final int blockSize;
    private final long last;
    private final boolean endsEmpty;

    /** Where each lies, at its number, modulo the length. */
    private final byte[][] in;

    private final int[] from;
    private final int[] lengths;

    private long first = 1;
    private long next = 1;

    Window(Terms terms) {
        this.blockSize = terms.blockSize();
        this.last = terms.lastBlock();
        this.endsEmpty = terms.size() % blockSize == 0;
        // The end may be an empty block, for which nobody asks.
        int most = (int) Math.min(last, (long) terms.windowSize() + terms.atOnce());
        this.in = new byte[most][];
        this.from = new int[most];
        this.lengths = new int[most];
    }

    /** Behind the last one that is here. */
    long next() {
        return next;
    }

    /** Cuts the bytes into blocks behind those that are here. */
    void add(byte[] bytes, int begin, int length) {
        int end = begin + length;
        for (int at = begin; at < end; at += blockSize) {
            addBlock(bytes, at, Math.min(blockSize, end - at));
        }
    }

    /** If the file ends where a block does, the end is an empty block, for which nobody asks. */
    void addEmptyEnd() {
        if (endsEmpty && next == last) {
            addBlock(NOTHING, 0, 0);
        }
    }

    private void addBlock(byte[] bytes, int at, int length) {
        int place = place(next);
        in[place] = bytes;
        from[place] = at;
        lengths[place] = length;
        next++;
    }

    private int place(long block) {
        return (int) (block % in.length);
    }

    void forgetThrough(long block) {
        for (; first <= block; first++) {
            in[place(first)] = NOTHING;
        }
    }

    /**
     * @param block one of those that are here
     */
    void send(long block, Line line) {
        int place = place(block);
        line.send((int) block & 0xffff, in[place], from[place], lengths[place]);
    }

    int bytes() {
        int bytes = 0;
        for (long block = first; block < next; block++) {
            bytes += lengths[place(block)];
        }
        return bytes;
    }
}
