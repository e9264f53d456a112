package org.fingerpost.door.spool;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * One entry as it lies on the disk, format 1, big-endian:
 *
 * <pre>
 *   length   4   of the payload
 *   crc32c   4   of the payload
 *   payload  :   sequence 8 | milliseconds since 1970 8 | key length 1 | key (UTF-8) | body
 * </pre>
 */
final class Frame {
    static final int HEADER = 8;
    static final int LEAST_PAYLOAD = 17;
    static final int LARGEST = 64 * 1024;

    private Frame() {}

    /** The frame, ready to be written from the buffer's start. */
    static void write(ByteBuffer buffer, long sequence, Instant time, String key, byte[] body) {
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        int payload = LEAST_PAYLOAD + keyBytes.length + body.length;
        if (keyBytes.length > 255 || HEADER + payload > LARGEST) {
            throw new IllegalArgumentException("an entry of " + payload + " bytes is too large");
        }
        buffer.clear().position(HEADER);
        buffer.putLong(sequence).putLong(time.toEpochMilli());
        buffer.put((byte) keyBytes.length).put(keyBytes).put(body);
        buffer.flip();
        buffer.putInt(0, payload).putInt(4, checksum(buffer, HEADER, payload));
    }

    /** Bytes of the frame that starts here, or 0 if there is no whole and sound one. */
    static int measure(ByteBuffer buffer) {
        int start = buffer.position();
        if (buffer.remaining() < HEADER + LEAST_PAYLOAD) {
            return 0;
        }
        int payload = buffer.getInt(start);
        boolean fits = payload >= LEAST_PAYLOAD && payload <= buffer.remaining() - HEADER;
        if (!fits || checksum(buffer, start + HEADER, payload) != buffer.getInt(start + 4)) {
            return 0;
        }
        return HEADER + payload;
    }

    /** Could this, to its end, be what is there of a frame whose writing was cut short? */
    static boolean isBegun(ByteBuffer rest, long sequence) {
        if (rest.remaining() < HEADER) {
            return true;
        }
        int payload = rest.getInt(rest.position());
        boolean numbered = rest.remaining() >= HEADER + Long.BYTES;
        return payload >= LEAST_PAYLOAD
                && payload <= LARGEST - HEADER
                && payload > rest.remaining() - HEADER
                && (!numbered || sequence(rest) == sequence);
    }

    static long sequence(ByteBuffer buffer) {
        return buffer.getLong(buffer.position() + HEADER);
    }

    /** The sound frame that starts here; the buffer moves behind it. Empty if there is none. */
    static Optional<Entry> read(ByteBuffer buffer) {
        int size = measure(buffer);
        if (size == 0) {
            return Optional.empty();
        }
        int end = buffer.position() + size;
        buffer.position(buffer.position() + HEADER);
        long sequence = buffer.getLong();
        Instant time = Instant.ofEpochMilli(buffer.getLong());
        byte[] key = new byte[Math.min(buffer.get() & 0xff, end - buffer.position())];
        buffer.get(key);
        byte[] body = new byte[end - buffer.position()];
        buffer.get(body);
        return Optional.of(
                new Entry(sequence, time, new String(key, StandardCharsets.UTF_8), body));
    }

    private static int checksum(ByteBuffer buffer, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(buffer.slice(from, length));
        return (int) crc.getValue();
    }
}
