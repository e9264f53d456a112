package org.fingerpost.gateway.transfer;

/**
 * What may be agreed to at most.
 *
 * @param blockSize in bytes, 8 to 65464 (RFC 2348)
 * @param windowSize in blocks (RFC 7440)
 * @param windowBytes what a window may hold; of a larger one fewer blocks are agreed to. No more is
 *     asked for in advance, either
 */
public record Limits(int blockSize, int windowSize, int windowBytes) {
    static final int LEAST_BLOCK = 8;
    static final int MOST_BLOCK = 65_464;
    static final int USUAL_BLOCK = 512;

    public Limits {
        if (blockSize < USUAL_BLOCK || blockSize > MOST_BLOCK) {
            throw new IllegalArgumentException("a block has 512 to 65464 bytes: " + blockSize);
        }
        if (windowSize < 1 || windowSize > 1024) {
            throw new IllegalArgumentException("a window has 1 to 1024 blocks: " + windowSize);
        }
        if (windowBytes < blockSize) {
            throw new IllegalArgumentException("a window holds a block: " + windowBytes);
        }
    }

    /** One block at a time, of the size that needs no agreement, for when memory is scarce. */
    public static Limits least() {
        return new Limits(USUAL_BLOCK, 1, USUAL_BLOCK);
    }
}
