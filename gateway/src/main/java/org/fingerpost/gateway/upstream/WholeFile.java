package org.fingerpost.gateway.upstream;

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
        reader.bytes(all, (int) offset, length);
    }
}
