package org.fingerpost.formats.cfg;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;

/** Reads one file; grammar in {@link CfgBinary}. */
final class CfgDecoder {

    private static final byte[] BLANK_LINES = {'\r', '\n', '\r', '\n'};
    private static final int MOST_PADDING = 3;
    private static final String KEY = "gnkey";
    private static final byte[] KEY_OCTETS = KEY.getBytes(StandardCharsets.US_ASCII);

    private final byte[] file;
    private final ValueReader values;

    CfgDecoder(byte[] file, PlusSign plus) {
        this.file = file;
        this.values = new ValueReader(file, plus);
    }

    CfgFile decode() {
        checkHeader();
        long mac = 0;
        for (int i = 0; i < 6; i++) {
            mac = mac << 8 | file[CfgBinary.MAC + i] & 0xff;
        }
        return new CfgFile(new MacAddress(mac), body());
    }

    private void checkHeader() {
        if (file.length < CfgBinary.HEADER) {
            throw wrong("header", file.length, "the file ends before the header's 16 bytes");
        }
        if (!Arrays.equals(file, 12, 16, BLANK_LINES, 0, 4)) {
            throw wrong("header", 12, "no CR LF CR LF");
        }
        if (file[6] == (byte) 0xff && file[7] == 1) {
            throw wrong("MAC address", 6, "encrypted by the vendor's tool, which is not supported");
        }
        if (file.length % 2 != 0) {
            throw wrong("file", file.length, "an odd number of bytes");
        }
        long length = ByteBuffer.wrap(file).getInt() & 0xffff_ffffL;
        int words = file.length / 2;
        if (length != words && length != (words & 0xffff)) {
            throw wrong("length", 0, "says " + length + " words, the file has " + words);
        }
        if (Words.sum(file) != 0) {
            throw wrong("checksum", 4, "the words do not sum to 0");
        }
    }

    private PValues body() {
        int end = file.length;
        while (end > CfgBinary.HEADER && file.length - end < MOST_PADDING && file[end - 1] == 0) {
            end--;
        }
        var settings = PValues.builder();
        boolean keySeen = false;
        for (int from = CfgBinary.HEADER; from < end; ) {
            int to = endOfPair(from, end);
            if (keySeen) {
                throw wrong("pair", from, "something follows gnkey");
            }
            if (to > from) {
                keySeen = isKey(from, to);
                if (!keySeen) {
                    settings.put(setting(from, to));
                }
            }
            from = to + 1;
        }
        if (!keySeen) {
            throw wrong("body", end, "does not end with gnkey");
        }
        return settings.build();
    }

    /** Where the ampersand is, or the first of several, behind which a pair begins, or the end. */
    private int endOfPair(int from, int end) {
        int to = indexOf('&', from, end);
        while (to < end) {
            int next = to + 1;
            while (next < end && file[next] == '&') {
                next++;
            }
            if (pairBegins(next, end)) {
                return to;
            }
            to = indexOf('&', next, end);
        }
        return end;
    }

    private boolean pairBegins(int at, int end) {
        if (at < end && file[at] == 'P') {
            int i = at + 1;
            while (i < end && file[i] >= '0' && file[i] <= '9') {
                i++;
            }
            return i > at + 1 && i < end && file[i] == '=';
        }
        return at + KEY.length() < end && startsWithKey(at) && file[at + KEY.length()] == '=';
    }

    private boolean startsWithKey(int at) {
        return Arrays.equals(file, at, at + KEY.length(), KEY_OCTETS, 0, KEY_OCTETS.length);
    }

    /** The closing pair; its value is 0b82, or, from one encoder, two octets of the MAC address. */
    private boolean isKey(int from, int to) {
        int equals = indexOf('=', from, to);
        if (equals - from != KEY.length() || !startsWithKey(from)) {
            return false;
        }
        for (int i = equals + 1; i < to; i++) {
            if (ValueReader.hex(file[i]) < 0) {
                throw wrong(KEY, i, "not four hexadecimal digits");
            }
        }
        if (to - equals != 5) {
            throw wrong(KEY, from, "not four hexadecimal digits");
        }
        return true;
    }

    private Setting setting(int from, int to) {
        int equals = indexOf('=', from, to);
        if (equals == to) {
            throw wrong("pair", from, "no =");
        }
        PValue p = name(from, equals);
        try {
            return new Setting(p, values.read(equals + 1, to));
        } catch (IllegalArgumentException notTellable) {
            throw wrong("value of " + p, equals + 1, notTellable.getMessage());
        }
    }

    /**
     * The complaint does not quote the name: after a stray ampersand it may be part of a secret.
     */
    private PValue name(int from, int to) {
        try {
            return PValue.parse(text(from, to));
        } catch (IllegalArgumentException notOne) {
            throw wrong("name", from, "not a P-value");
        }
    }

    private String text(int from, int to) {
        return new String(file, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** Where the octet is, or {@code end}. */
    private int indexOf(char octet, int from, int end) {
        int i = from;
        while (i < end && file[i] != octet) {
            i++;
        }
        return i;
    }

    private static CfgFormatException wrong(String what, int offset, String why) {
        return new CfgFormatException(what, offset, why);
    }
}
