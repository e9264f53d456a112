package org.fingerpost.door.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * How far the spool has been acknowledged: the next number, 8 bytes, and its CRC-32C, 4 bytes.
 * Written in place: twelve bytes in one sector are written whole or not at all, and a bad bookmark
 * only means that entries are handed out twice.
 */
final class Bookmark {
    private static final int SIZE = 12;

    private final FileChannel channel;

    Bookmark(Path file) throws IOException {
        this.channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
    }

    /** The number saved last, 0 if there is none or it is damaged. */
    long load() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(SIZE);
        while (buffer.hasRemaining() && channel.read(buffer, buffer.position()) > 0) {
            // until all twelve are there or the file ends
        }
        boolean sound = !buffer.hasRemaining() && buffer.getInt(8) == checksum(buffer.getLong(0));
        return sound ? buffer.getLong(0) : 0;
    }

    void save(long sequence) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(SIZE);
        buffer.putLong(sequence).putInt(checksum(sequence)).flip();
        channel.write(buffer, 0);
    }

    void close() throws IOException {
        channel.close();
    }

    private static int checksum(long sequence) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(8).putLong(sequence).flip());
        return (int) crc.getValue();
    }
}
