package org.fingerpost.firmware.images;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fingerpost.firmware.names.Version;

/**
 * The container of the HT80x family.
 *
 * <pre>
 * header = magic(4) = 23C97AF9, 7 names(64), 7 sizes(4), 7 versions(4), 7 masks(4), zeros
 *                                                          ; little-endian, 648 bytes
 * name   = ASCII, NUL to its end; an empty one is an empty place
 * version = a byte a number: 01 00 0A 02 is 1.0.10.2
 * </pre>
 *
 * <p>Source: dumps of HT802 firmware, opened by two independent projects.
 */
final class Ht80xContainer {
    static final int LENGTH = 648;

    private static final int MAGIC = 0x23C97AF9;
    private static final int PLACES = 7;
    private static final int NAME = 64;
    private static final int NAMES_AT = 4;
    private static final int VERSIONS_AT = NAMES_AT + PLACES * NAME + PLACES * 4;

    private Ht80xContainer() {}

    static Optional<KnownImage> in(ByteBuffer head) {
        if (head.limit() < LENGTH || head.order(ByteOrder.LITTLE_ENDIAN).getInt(0) != MAGIC) {
            return Optional.empty();
        }
        List<String> members = new ArrayList<>();
        List<Version> versions = new ArrayList<>();
        for (int place = 0; place < PLACES; place++) {
            String member = name(head, NAMES_AT + place * NAME);
            if (!member.isEmpty()) {
                members.add(member);
                versions.add(version(head, VERSIONS_AT + place * 4));
            }
        }
        return Optional.of(new KnownImage("HT80x container", members, versions));
    }

    private static String name(ByteBuffer head, int at) {
        byte[] bytes = new byte[NAME];
        head.get(at, bytes);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    private static Version version(ByteBuffer head, int at) {
        return new Version(
                "%d.%d.%d.%d"
                        .formatted(
                                Byte.toUnsignedInt(head.get(at)),
                                Byte.toUnsignedInt(head.get(at + 1)),
                                Byte.toUnsignedInt(head.get(at + 2)),
                                Byte.toUnsignedInt(head.get(at + 3))));
    }
}
