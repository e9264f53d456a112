package org.fingerpost.gateway.upstream;

import java.util.Arrays;

/** A file in memory. */
record WholeFile(byte[] all) implements Source {
    @Override
    public long size() {
        return all.length;
    }

    @Override
    public long held() {
        return all.length;
    }

    @Override
    public void read(long offset, int length, Reader reader) {
        reader.bytes(Arrays.copyOfRange(all, (int) offset, (int) offset + length));
    }
}
