package org.fingerpost.problems;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongFunction;

/**
 * Counts what a body really brings, whatever its Content-Length says, and ends where it is too
 * long.
 */
public class BoundedBody extends FilterInputStream {
    private final long most;
    private final LongFunction<Problem> tooLarge;
    private long left;

    /**
     * @param most bytes that it may have
     * @param tooLarge what is thrown then, given {@code most}
     */
    public BoundedBody(InputStream in, long most, LongFunction<Problem> tooLarge) {
        super(in);
        this.most = most;
        this.tooLarge = tooLarge;
        this.left = most;
    }

    @Override
    public final int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public final int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        count(Math.max(count, 0));
        return count;
    }

    private void count(int bytes) {
        left -= bytes;
        if (left < 0) {
            throw tooLarge.apply(most);
        }
    }
}
