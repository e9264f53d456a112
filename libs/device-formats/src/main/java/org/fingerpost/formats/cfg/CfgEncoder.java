package org.fingerpost.formats.cfg;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;

/** Writes one file; grammar in {@link CfgBinary}. */
final class CfgEncoder {

    private static final byte[] LAST_PAIR = "gnkey=0b82".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final boolean[] UNRESERVED = new boolean[256];

    static {
        for (char c = 0; c < 0x80; c++) {
            UNRESERVED[c] =
                    c >= '0' && c <= '9'
                            || c >= 'A' && c <= 'Z'
                            || c >= 'a' && c <= 'z'
                            || "-._~".indexOf(c) >= 0;
        }
    }

    /** P, six digits, = and &. */
    private static final int AROUND_VALUE = 9;

    private final MacAddress mac;

    CfgEncoder(MacAddress mac) {
        if (mac.bits() >>> 32 == 0xff01) {
            throw new CfgFormatException(
                    "MAC address " + mac, CfgBinary.MAC, "FF 01 here marks an encrypted file");
        }
        this.mac = mac;
    }

    byte[] encode(PValues settings) {
        var out = new byte[firstGuess(settings)];
        int end = CfgBinary.HEADER;
        for (Setting setting : settings) {
            byte[] utf8 = utf8(setting);
            out = withRoom(end + AROUND_VALUE + 3 * utf8.length, out);
            end = name(setting.p().number(), out, end);
            out[end++] = '=';
            end = value(utf8, out, end);
            out[end++] = '&';
            if (end > CfgBinary.MAX_BYTES) {
                throw tooLong(setting.p().toString());
            }
        }
        int size = end + LAST_PAIR.length + 1 & ~1;
        if (size > CfgBinary.MAX_BYTES) {
            throw tooLong("the settings");
        }
        // A new array: what is not copied, the pad byte above all, is NUL.
        var file = new byte[size];
        System.arraycopy(out, CfgBinary.HEADER, file, CfgBinary.HEADER, end - CfgBinary.HEADER);
        System.arraycopy(LAST_PAIR, 0, file, end, LAST_PAIR.length);
        header(file);
        return file;
    }

    /** Enough for values of which a fourth of the characters are escaped. */
    private static int firstGuess(PValues settings) {
        long chars = 0;
        for (Setting setting : settings) {
            chars += setting.value().length();
        }
        long guess = CfgBinary.HEADER + (long) AROUND_VALUE * settings.size() + chars * 3 / 2 + 256;
        return (int) Math.min(guess, CfgBinary.MAX_BYTES);
    }

    private static byte[] utf8(Setting setting) {
        if (setting.value().length() > CfgBinary.MAX_BYTES) {
            throw tooLong(setting.p().toString());
        }
        return setting.value().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] withRoom(int room, byte[] out) {
        return room <= out.length ? out : Arrays.copyOf(out, Math.max(room, 2 * out.length));
    }

    private static CfgFormatException tooLong(String what) {
        return new CfgFormatException(
                what,
                CfgBinary.MAX_BYTES,
                "the file would exceed " + CfgBinary.MAX_BYTES + " bytes");
    }

    private static int name(int number, byte[] out, int at) {
        out[at] = 'P';
        int end = at + 2;
        for (int rest = number; rest >= 10; rest /= 10) {
            end++;
        }
        for (int i = end - 1, rest = number; i > at; i--, rest /= 10) {
            out[i] = (byte) ('0' + rest % 10);
        }
        return end;
    }

    private static int value(byte[] utf8, byte[] out, int at) {
        int end = at;
        for (byte octet : utf8) {
            if (UNRESERVED[octet & 0xff]) {
                out[end++] = octet;
            } else {
                out[end++] = '%';
                out[end++] = HEX[octet >> 4 & 0xf];
                out[end++] = HEX[octet & 0xf];
            }
        }
        return end;
    }

    private void header(byte[] file) {
        int words = file.length / 2;
        for (int i = 0; i < 4; i++) {
            file[i] = (byte) (words >>> 24 - 8 * i);
        }
        for (int i = 0; i < 6; i++) {
            file[CfgBinary.MAC + i] = (byte) (mac.bits() >>> 40 - 8 * i);
        }
        file[12] = file[14] = '\r';
        file[13] = file[15] = '\n';
        int checksum = -Words.sum(file);
        file[4] = (byte) (checksum >> 8);
        file[5] = (byte) checksum;
    }
}
