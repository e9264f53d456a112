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
    private final InputStream in;
    private final long most;
    private long read;

    /**
     * @param most how many bytes all of them may have
     */
    Line(InputStream in, long most) {
        this.in = in;
        this.most = most;
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
            if (line.size() > Limits.LONGEST_LINE || ++read > most) {
                throw new ArchiveException(number, "it is longer than any that is written");
            }
            octet = in.read();
        }
        return Optional.of(line.toString(StandardCharsets.UTF_8));
    }
}
