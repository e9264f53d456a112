package org.fingerpost.gateway.transfer;

import java.time.Duration;
import java.util.Optional;
import org.fingerpost.gateway.packets.Options;

/**
 * What both sides keep to.
 *
 * @param atOnce how many blocks the file is asked for at least, when it is asked: to ask costs as
 *     much as to send one
 * @param timeout chosen by the client (RFC 2349); empty if the line's own speed decides
 * @param agreed what the client is told of it; empty for a client that asked for nothing we know
 */
public record Terms(
        int blockSize,
        int windowSize,
        int atOnce,
        Optional<Duration> timeout,
        long size,
        Options agreed) {
    private static final int BYTES_AT_ONCE = 8 * 1024;

    /** Of tiny blocks the places where they are noted would take more than they. */
    private static final int BLOCKS_AT_ONCE = 16;

    private static final String BLOCK = "blksize";
    private static final String SIZE = "tsize";
    private static final String TIMEOUT = "timeout";
    private static final String WINDOW = "windowsize";

    /** In seconds: with more there is no time to send twice again before it is given up. */
    private static final int LONGEST_TIMEOUT = 20;

    /**
     * Agrees to what is known and within reason. An option with a value that is none is passed over
     * like one that nobody knows, as RFC 2347 allows.
     *
     * @param size of the file, in bytes
     */
    public static Terms agree(Options asked, long size, Limits limits) {
        Options agreed = Options.NONE;
        int block = Limits.USUAL_BLOCK;
        int window = 1;
        Optional<Integer> blocks =
                asked.number(BLOCK, Limits.LEAST_BLOCK, Limits.MOST_BLOCK)
                        .map(most -> Math.min(most, limits.blockSize()));
        if (blocks.isPresent()) {
            block = blocks.get();
            agreed = agreed.with(BLOCK, blocks.get().toString());
        }
        if (asked.find(SIZE).isPresent()) {
            agreed = agreed.with(SIZE, Long.toString(size));
        }
        Optional<Integer> seconds = asked.number(TIMEOUT, 1, LONGEST_TIMEOUT);
        if (seconds.isPresent()) {
            agreed = agreed.with(TIMEOUT, seconds.get().toString());
        }
        Optional<Integer> windows = asked.number(WINDOW, 1, 65_535);
        if (windows.isPresent()) {
            int room = Math.max(1, limits.windowBytes() / block);
            window = Math.min(Math.min(windows.get(), limits.windowSize()), room);
            agreed = agreed.with(WINDOW, Integer.toString(window));
        }
        int together = Math.min(BYTES_AT_ONCE, limits.windowBytes()) / block;
        int atOnce = Math.clamp(together, 1, BLOCKS_AT_ONCE);
        return new Terms(block, window, atOnce, seconds.map(Duration::ofSeconds), size, agreed);
    }

    /**
     * What a transfer keeps of a large file at most, in bytes: what came together is kept for as
     * long as one of its blocks is. Block by block the next comes when nothing of the last is left.
     */
    public int mostHeld() {
        int together = Math.max(windowSize, atOnce);
        return blockSize * (windowSize == 1 ? atOnce : windowSize + atOnce + together);
    }

    /** The number of the last block, which is shorter than the others and may be empty. */
    long lastBlock() {
        return size / blockSize + 1;
    }
}
