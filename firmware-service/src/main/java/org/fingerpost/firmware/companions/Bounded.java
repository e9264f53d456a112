package org.fingerpost.firmware.companions;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.fingerpost.problems.Problem;

/** Counts what a body really brings. */
final class Bounded extends FilterInputStream {
    private final long most;
    private long left;

    Bounded(InputStream in, long most) {
        super(in);
        this.most = most;
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        count(Math.max(count, 0));
        return count;
    }

    private void count(int bytes) {
        left -= bytes;
        if (left < 0) {
            throw Problem.tooLarge("a file here has " + most + " bytes at the most");
        }
    }
}
