package org.fingerpost.formats.cfg;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
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

    /** A character makes three octets of UTF-8 at most, and each of them an escape. */
    private static final int LONGEST_CHARACTER = 9;

    private final MacAddress mac;
    private final boolean spaceIsPlus;
    private final int padding;
    private final byte[] lastPair;

    CfgEncoder(MacAddress mac, Set<CfgVariant> variants) {
        if (mac.bits() >>> 32 == 0xff01) {
            throw new CfgFormatException(
                    "MAC address " + mac, CfgBinary.MAC, "FF 01 here marks an encrypted file");
        }
        this.mac = mac;
        spaceIsPlus = variants.contains(CfgVariant.FORM_SPACES);
        padding = variants.contains(CfgVariant.PAD_4) ? 4 : 2;
        lastPair =
                variants.contains(CfgVariant.GNKEY_FROM_MAC)
                        ? ("gnkey=" + mac.toString().substring(2, 6))
                                .getBytes(StandardCharsets.US_ASCII)
                        : LAST_PAIR;
    }

    byte[] encode(PValues settings) {
        var out = new byte[firstGuess(settings)];
        int end = CfgBinary.HEADER;
        for (Setting setting : settings) {
            String value = setting.value();
            if (value.length() > CfgBinary.MAX_BYTES) {
                throw tooLong(setting.p().toString());
            }
            out = withRoom(end + AROUND_VALUE + LONGEST_CHARACTER * value.length(), out);
            end = name(setting.p().number(), out, end);
            out[end++] = '=';
            end = value(value, out, end);
            out[end++] = '&';
            if (end > CfgBinary.MAX_BYTES) {
                throw tooLong(setting.p().toString());
            }
        }
        int size = end + lastPair.length + padding - 1 & -padding;
        if (size > CfgBinary.MAX_BYTES) {
            throw tooLong("the settings");
        }
        // A new array: what is not copied, the padding above all, is NUL.
        var file = new byte[size];
        System.arraycopy(out, CfgBinary.HEADER, file, CfgBinary.HEADER, end - CfgBinary.HEADER);
        System.arraycopy(lastPair, 0, file, end, lastPair.length);
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

    private int value(String value, byte[] out, int at) {
        int end = at;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x80 && UNRESERVED[c]) {
                out[end++] = (byte) c;
            } else if (c == ' ' && spaceIsPlus) {
                out[end++] = '+';
            } else if (c < 0x80) {
                end = escape(c, out, end);
            } else if (Character.isHighSurrogate(c)) {
                // Setting has seen to it that the other half follows.
                end = beyondAscii(value.codePointAt(i++), out, end);
            } else {
                end = beyondAscii(c, out, end);
            }
        }
        return end;
    }

    /** The two to four octets of UTF-8 (RFC 3629), escaped. */
    private static int beyondAscii(int codePoint, byte[] out, int at) {
        int end = at;
        if (codePoint < 0x800) {
            end = escape(0xc0 | codePoint >> 6, out, end);
        } else if (codePoint < 0x1_0000) {
            end = escape(0xe0 | codePoint >> 12, out, end);
            end = escape(0x80 | codePoint >> 6 & 0x3f, out, end);
        } else {
            end = escape(0xf0 | codePoint >> 18, out, end);
            end = escape(0x80 | codePoint >> 12 & 0x3f, out, end);
            end = escape(0x80 | codePoint >> 6 & 0x3f, out, end);
        }
        return escape(0x80 | codePoint & 0x3f, out, end);
    }

    private static int escape(int octet, byte[] out, int at) {
        out[at] = '%';
        out[at + 1] = HEX[octet >> 4 & 0xf];
        out[at + 2] = HEX[octet & 0xf];
        return at + 3;
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
