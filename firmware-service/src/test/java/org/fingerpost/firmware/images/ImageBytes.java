package org.fingerpost.firmware.images;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Headers with nothing behind them that anybody could run. */
public final class ImageBytes {
    private ImageBytes() {}

    /** As in the dumps: {@code ht802boot.bin} and so on, all in one version. */
    public static byte[] ht80x(String model, int... version) {
        ByteBuffer bytes = ByteBuffer.allocate(700).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0, 0x23C97AF9);
        String[] members = {"boot", "core", "base", "prog"};
        for (int place = 0; place < members.length; place++) {
            bytes.put(4 + 64 * place, (model + members[place] + ".bin").getBytes(US_ASCII));
            for (int number = 0; number < version.length; number++) {
                bytes.put(4 + 64 * 7 + 4 * 7 + 4 * place + number, (byte) version[number]);
            }
        }
        return bytes.array();
    }

    static byte[] single(String name, int size) {
        ByteBuffer bytes = ByteBuffer.allocate(size);
        bytes.putInt(size / 2).putShort((short) 0x1234).putInt(0x01000A02).putShort((short) 2008);
        bytes.put(new byte[] {11, 27, 8, 59}).put(name.getBytes(US_ASCII));
        return bytes.array();
    }
}
