package org.fingerpost.cli.tftp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;

/** The numbers of RFC 1350 and the two packets that a reader sends besides its request. */
final class Packets {
    static final int READ = 1;
    static final int DATA = 3;
    static final int ACK = 4;
    static final int ERROR = 5;
    static final int OPTION_ACK = 6;

    /** Opcode, and block or code. */
    static final int HEAD = 4;

    static final int NO_SUCH_FILE = 1;
    static final int DISK_FULL = 3;
    static final int UNKNOWN_TRANSFER = 5;
    static final int OPTIONS_REFUSED = 8;

    private Packets() {}

    static byte[] ack(int block) {
        return new byte[] {0, ACK, (byte) (block >> 8), (byte) block};
    }

    static byte[] error(int code, String text) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0, ERROR, 0, (byte) code});
        out.writeBytes(text.getBytes(ISO_8859_1));
        out.write(0);
        return out.toByteArray();
    }

    static int number(byte[] packet, int at) {
        return (packet[at] & 0xff) << 8 | packet[at + 1] & 0xff;
    }
}
