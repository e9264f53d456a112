package org.fingerpost.firmware.archives;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The last record of a zip, which says how much directory there is: the JDK takes all of that into
 * memory before it can be asked how much it is.
 *
 * <pre>
 * end = "PK" 05 06, disk(2), disk of directory(2), entries here(2), entries(2),
 *       directory's length(4), its offset(4), comment's length(2), comment     ; little-endian
 * </pre>
 */
record EndOfZip(int entries, long directoryLength) {
    private static final int SIGNATURE = 0x06054b50;
    private static final int LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xffff;

    /** Of an entry: its header of 46, a long name, and a word of comment. */
    private static final int MOST_BYTES_AN_ENTRY = 1024;

    static EndOfZip of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            long from = Math.max(0, size - LENGTH - LONGEST_COMMENT);
            ByteBuffer tail = ByteBuffer.allocate((int) (size - from));
            while (tail.hasRemaining() && channel.read(tail, from + tail.position()) >= 0) {}
            tail.flip().order(ByteOrder.LITTLE_ENDIAN);
            return in(tail);
        }
    }

    /** Folders are entries too: as many again as there may be files. */
    void mustNotHaveMoreThan(int files) {
        if (entries > 2 * files || directoryLength > 2L * files * MOST_BYTES_AN_ENTRY) {
            throw new BrokenArchive("the archive has more than " + files + " files");
        }
    }

    private static EndOfZip in(ByteBuffer tail) {
        for (int at = tail.limit() - LENGTH; at >= 0; at--) {
            if (tail.getInt(at) == SIGNATURE) {
                mustReachTheEnd(tail, at);
                int entries = Short.toUnsignedInt(tail.getShort(at + 10));
                return new EndOfZip(entries, Integer.toUnsignedLong(tail.getInt(at + 12)));
            }
        }
        throw new BrokenArchive("it is no zip archive, or its end is missing");
    }

    /**
     * The JDK passes over one that does not, and takes another, whose directory nobody measured.
     */
    private static void mustReachTheEnd(ByteBuffer tail, int at) {
        if (at + LENGTH + Short.toUnsignedInt(tail.getShort(at + 20)) != tail.limit()) {
            throw new BrokenArchive("bytes follow the archive's end");
        }
    }
}
