package org.fingerpost.config.archives.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Lines within limits: an archive of a megabyte may say a gigabyte of nothing, since it is
 * compressed.
 */
final class Line {
    /** A sheet of 5,000 long settings has half of it. */
    private static final int LONGEST = 4 << 20;

    /** A hundred thousand phones have some 100 MiB. */
    private static final long MOST = 2L << 30;

    private final InputStream in;
    private long read;

    Line(InputStream in) {
        this.in = in;
    }

    /** How many bytes of lines were read. */
    long read() {
        return read;
    }

    /** The next line without its end; nothing at the end. */
    Optional<String> next(long number) throws IOException {
        var line = new ByteArrayOutputStream();
        int octet = in.read();
        if (octet < 0) {
            return Optional.empty();
        }
        while (octet >= 0 && octet != '\n') {
            line.write(octet);
            if (line.size() > LONGEST || ++read > MOST) {
                throw new ArchiveException(number, "it is longer than any that is written");
            }
            octet = in.read();
        }
        return Optional.of(line.toString(StandardCharsets.UTF_8));
    }
}
