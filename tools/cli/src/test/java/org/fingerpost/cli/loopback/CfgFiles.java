package org.fingerpost.cli.loopback;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/** Files for phones, right unless asked otherwise. */
public final class CfgFiles {
    public static final String MAC = "000b82123456";

    private CfgFiles() {}

    /** The binary file with these pairs, each {@code Pn=value} already escaped. */
    public static byte[] binary(String... pairs) {
        return binaryWithBody(
                String.join("&", pairs) + (pairs.length > 0 ? "&" : "") + "gnkey=0b82");
    }

    /** The binary file with this body, whatever it is; length, checksum and padding are right. */
    public static byte[] binaryWithBody(String body) {
        var text = body.getBytes(ISO_8859_1);
        var file = ByteBuffer.allocate((16 + text.length + 1) / 2 * 2);
        file.putInt(file.capacity() / 2).putShort((short) 0).put(HexFormat.of().parseHex(MAC));
        file.put("\r\n\r\n".getBytes(ISO_8859_1)).put(text);
        return summed(file.array());
    }

    /** The same file with the checksum made right. */
    public static byte[] summed(byte[] file) {
        var buffer = ByteBuffer.wrap(file.clone());
        buffer.putShort(4, (short) 0);
        var sum = 0;
        for (var i = 0; i + 1 < file.length; i += 2) {
            sum += buffer.getShort(i);
        }
        if (file.length % 2 != 0) {
            sum += (file[file.length - 1] & 0xff) << 8;
        }
        return buffer.putShort(4, (short) -sum).array();
    }

    /** The XML file with these elements inside {@code config}. */
    public static byte[] xml(String... elements) {
        return xmlFor(MAC, elements);
    }

    public static byte[] xmlFor(String mac, String... elements) {
        var stated = mac.isEmpty() ? "" : "<mac>" + mac + "</mac>";
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><gs_provision version=\"1\">"
                        + stated
                        + "<config version=\"1\">"
                        + String.join("", elements)
                        + "</config></gs_provision>")
                .getBytes(UTF_8);
    }

    /** A golden file of this module's test resources. */
    public static byte[] golden(String path) {
        try (var in = CfgFiles.class.getResourceAsStream("/golden/" + path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String goldenText(String path) {
        return new String(golden(path), UTF_8);
    }
}
