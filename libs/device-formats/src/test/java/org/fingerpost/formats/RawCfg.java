package org.fingerpost.formats;

import java.nio.charset.StandardCharsets;

/** Config binaries as other encoders make them, and broken ones. */
public final class RawCfg {

    private RawCfg() {}

    /** Of any body, one octet a character. */
    public static byte[] file(String body) {
        return file(body.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A file around any body, made without our encoder. */
    public static byte[] file(byte[] body) {
        var file = new byte[16 + body.length + (body.length & 1)];
        System.arraycopy(
                new byte[] {0, 0xb, (byte) 0x82, 0x12, 0x34, 0x56, 13, 10, 13, 10}, 0, file, 6, 10);
        System.arraycopy(body, 0, file, 16, body.length);
        int words = file.length / 2;
        file[1] = (byte) (words >> 16);
        file[2] = (byte) (words >> 8);
        file[3] = (byte) words;
        seal(file);
        return file;
    }

    /** Puts the checksum right. */
    public static void seal(byte[] file) {
        file[4] = file[5] = 0;
        int sum = 0;
        for (int i = 0; i + 1 < file.length; i += 2) {
            sum += Byte.toUnsignedInt(file[i]) * 256 + Byte.toUnsignedInt(file[i + 1]);
        }
        file[4] = (byte) (-sum >> 8);
        file[5] = (byte) -sum;
    }
}
