package org.fingerpost.firmware.images;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The single image of the first generation.
 *
 * <pre>
 * header = size in 16-bit words(4), checksum(2), version(4), year(2), month, day, hour, minute,
 *          name(16)                                        ; big-endian, 32 bytes
 * </pre>
 *
 * <p>There is no magic number: it is one if the size is the file's, the date is a date and the name
 * is a name. Which way its version reads is not attested, so it is not read.
 */
final class OlderImage {
    private static final int LENGTH = 32;
    private static final Pattern NAME = Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]*)\0*");

    private OlderImage() {}

    static Optional<KnownImage> in(ByteBuffer head, long fileSize) {
        if (head.limit() < LENGTH) {
            return Optional.empty();
        }
        head.order(ByteOrder.BIG_ENDIAN);
        byte[] name = new byte[16];
        head.get(16, name);
        var named = NAME.matcher(new String(name, StandardCharsets.ISO_8859_1));
        boolean sized = 2 * Integer.toUnsignedLong(head.getInt(0)) == fileSize;
        return sized && isDate(head) && named.matches()
                ? Optional.of(new KnownImage("single image", List.of(named.group(1)), List.of()))
                : Optional.empty();
    }

    private static boolean isDate(ByteBuffer head) {
        int year = Short.toUnsignedInt(head.getShort(10));
        return year >= 2000
                && year < 2100
                && within(head.get(12), 1, 12)
                && within(head.get(13), 1, 31)
                && within(head.get(14), 0, 23)
                && within(head.get(15), 0, 59);
    }

    private static boolean within(byte value, int least, int most) {
        return value >= least && value <= most;
    }
}
