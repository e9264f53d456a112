package org.fingerpost.cli.tftp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.fingerpost.cli.models.Phone;

/**
 * What a phone asks with, as in the capture that the vendor's manual shows (GXE502x, page 80).
 *
 * <pre>
 * request = %x00.01 "/" path %x00 "octet" %x00 *( option %x00 value %x00 )
 * option  = "blksize" / "tsize" / "timeout" / "grandstream_" 1*VCHAR
 * </pre>
 *
 * <p>Which version stands in {@code grandstream_REV_BOOT} of a virtual phone nobody knows: it says
 * the same twice.
 */
final class ReadRequest {
    static final int BLOCK_SIZE = 1024;

    private ReadRequest() {}

    static byte[] of(String path, Phone phone) {
        var version = threeDigits(phone.version());
        var out = new ByteArrayOutputStream();
        out.write(0);
        out.write(Packets.READ);
        for (var text :
                new String[] {
                    path.startsWith("/") ? path : "/" + path,
                    "octet",
                    "blksize",
                    Integer.toString(BLOCK_SIZE),
                    "tsize",
                    "0",
                    "timeout",
                    "4",
                    "grandstream_MODEL",
                    phone.model(),
                    "grandstream_NAT",
                    "1",
                    "grandstream_ID",
                    phone.mac().digits(),
                    "grandstream_REV_BOOT",
                    version,
                    "grandstream_REV_PHONE",
                    version
                }) {
            out.writeBytes(text.getBytes(ISO_8859_1));
            out.write(0);
        }
        return out.toByteArray();
    }

    /** 1.0.11.39 is said as 001.000.011.039; what is no such version, as it is. */
    private static String threeDigits(String version) {
        if (!version.matches("[0-9]{1,3}(\\.[0-9]{1,3})*")) {
            return version;
        }
        return Arrays.stream(version.split("\\."))
                .map(field -> "%03d".formatted(Integer.valueOf(field)))
                .collect(Collectors.joining("."));
    }
}
