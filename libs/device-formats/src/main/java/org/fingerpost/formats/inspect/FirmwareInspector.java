package org.fingerpost.formats.inspect;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.fingerpost.formats.inspect.Inspection.Findings;

/**
 * Headers of firmware, as far as they are known from outside.
 *
 * <pre>
 * container = magic 7name 7size 7version 7mask zeros   ; 648 octets, little-endian
 * magic     = F9 7A C9 23
 * name      = 64OCTET                                  ; NUL behind the text
 * version   = 4OCTET                                   ; 01 00 0A 02 is 1.0.10.2
 *
 * image     = size checksum version year month day hour minute name   ; big-endian
 * size      = 4OCTET                                   ; in 16-bit words
 * checksum  = 2OCTET
 * year      = 2OCTET
 * name      = 16OCTET
 * </pre>
 */
final class FirmwareInspector {

    private static final int MAGIC = 0x23c97af9;
    private static final int CONTAINER_HEADER = 648;
    private static final int MEMBERS = 7;
    private static final int NAME = 64;
    private static final int SIZES = 4 + MEMBERS * NAME;
    private static final int VERSIONS = SIZES + 4 * MEMBERS;

    private static final int IMAGE_HEADER = 32;
    private static final int IMAGE_NAME = 16;

    private FirmwareInspector() {}

    static Optional<FileKind> inspect(byte[] file, Findings findings) {
        if (file.length >= 4
                && ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt() == MAGIC) {
            container(file, findings);
            return Optional.of(FileKind.FIRMWARE_CONTAINER);
        }
        if (file.length >= IMAGE_HEADER && looksLikeImage(ByteBuffer.wrap(file))) {
            image(file, findings);
            return Optional.of(FileKind.FIRMWARE_IMAGE);
        }
        return Optional.empty();
    }

    private static void container(byte[] file, Findings findings) {
        if (file.length < CONTAINER_HEADER) {
            findings.error(file.length, "the file ends within its header of 648 bytes");
            return;
        }
        var header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        long end = CONTAINER_HEADER;
        for (int i = 0; i < MEMBERS; i++) {
            String name = name(file, 4 + i * NAME, NAME);
            long size = Integer.toUnsignedLong(header.getInt(SIZES + 4 * i));
            if (!name.isEmpty()) {
                String version = version(file, VERSIONS + 4 * i);
                findings.fact(name, "version %s, %d bytes".formatted(version, size));
            }
            end += size;
        }
        if (end > file.length) {
            findings.error(
                    file.length,
                    "the header promises images of %d bytes in all, %d are missing"
                            .formatted(end - CONTAINER_HEADER, end - file.length));
        }
    }

    /** A date that can be one, and a name that can be read, are its only marks. */
    private static boolean looksLikeImage(ByteBuffer header) {
        int year = header.getShort(10);
        return year >= 2000
                && year < 2040
                && within(header.get(12), 1, 12)
                && within(header.get(13), 1, 31)
                && within(header.get(14), 0, 23)
                && within(header.get(15), 0, 59)
                && header.getInt(0) > 0
                && !name(header.array(), IMAGE_NAME, IMAGE_HEADER - IMAGE_NAME).isEmpty();
    }

    private static void image(byte[] file, Findings findings) {
        var header = ByteBuffer.wrap(file);
        findings.fact("name", name(file, IMAGE_NAME, IMAGE_HEADER - IMAGE_NAME));
        findings.fact("version", version(file, 6));
        findings.fact(
                "built",
                "%d-%02d-%02d %02d:%02d"
                        .formatted(
                                header.getShort(10),
                                header.get(12),
                                header.get(13),
                                header.get(14),
                                header.get(15)));
        long size = 2L * header.getInt(0);
        if (size > file.length) {
            findings.error(
                    0,
                    "the header promises %d bytes, %d are missing"
                            .formatted(size, size - file.length));
        }
    }

    private static boolean within(byte octet, int first, int last) {
        return octet >= first && octet <= last;
    }

    private static String version(byte[] file, int at) {
        return "%d.%d.%d.%d"
                .formatted(
                        file[at] & 0xff,
                        file[at + 1] & 0xff,
                        file[at + 2] & 0xff,
                        file[at + 3] & 0xff);
    }

    /** The text before the first NUL; empty if any of it is not printable ASCII. */
    private static String name(byte[] file, int at, int length) {
        int end = at;
        while (end < at + length && file[end] != 0) {
            if (file[end] <= ' ' || file[end] > '~') {
                return "";
            }
            end++;
        }
        return new String(file, at, end - at, StandardCharsets.US_ASCII);
    }
}
