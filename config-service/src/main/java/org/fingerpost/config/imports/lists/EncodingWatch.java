package org.fingerpost.config.imports.lists;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Looks at the bytes that pass whether all of them are UTF-8 (RFC 3629).
 *
 * <pre>
 * utf8 = *( 00-7F / C2-DF tail / E0 A0-BF tail / E1-EC,EE-EF 2tail / ED 80-9F tail /
 *           F0 90-BF 2tail / F1-F3 3tail / F4 80-8F 2tail )
 * tail = 80-BF
 * </pre>
 */
final class EncodingWatch extends FilterInputStream {
    private boolean broken;
    private int tails;
    private int least = 0x80;
    private int most = 0xbf;

    EncodingWatch(InputStream bytes) {
        super(bytes);
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            look(value);
        }
        return value;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        for (int i = 0; i < count; i++) {
            look(into[offset + i] & 0xff);
        }
        return count;
    }

    /** Of all bytes that have passed. */
    Encoding encoding() {
        return broken || tails > 0 ? Encoding.LATIN_1 : Encoding.UTF_8;
    }

    private void look(int value) {
        if (tails > 0) {
            broken |= value < least || value > most;
            tails--;
            least = 0x80;
            most = 0xbf;
        } else if (value >= 0x80) {
            broken |= value < 0xc2 || value > 0xf4;
            tails = value < 0xe0 ? 1 : value < 0xf0 ? 2 : 3;
            least = value == 0xe0 ? 0xa0 : value == 0xf0 ? 0x90 : 0x80;
            most = value == 0xed ? 0x9f : value == 0xf4 ? 0x8f : 0xbf;
        }
    }
}
