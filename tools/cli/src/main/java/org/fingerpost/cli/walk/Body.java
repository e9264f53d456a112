package org.fingerpost.cli.walk;

import java.io.ByteArrayOutputStream;
import org.fingerpost.cli.wire.Sink;

/** A configuration file as it came. It may hold secrets: toString does not show it. */
public final class Body implements Sink {
    /** Ten times the largest template in use; the binary format ends at 128 KiB anyway. */
    static final int LIMIT = 2 * 1024 * 1024;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public void accept(byte[] buffer, int length) {
        bytes.write(buffer, 0, length);
    }

    @Override
    public long limit() {
        return LIMIT;
    }

    public byte[] bytes() {
        return bytes.toByteArray();
    }
}
