package org.fingerpost.cli.batch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that were read, for who wants to know how far the work is. */
final class CountedStream extends FilterInputStream {

    private long count;

    CountedStream(InputStream from) {
        super(from);
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        count += octet < 0 ? 0 : 1;
        return octet;
    }

    @Override
    public int read(byte[] to, int at, int most) throws IOException {
        int length = super.read(to, at, most);
        count += Math.max(0, length);
        return length;
    }
}
