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
    private static final byte[] KEY = "gnkey=".getBytes(StandardCharsets.US_ASCII);

    private final byte[] file;
    private final ValueReader values;

    /** The file, one character an octet: a string is searched faster than an array. */
    private final String text;

    CfgDecoder(byte[] file, PlusSign plus) {
        this.file = file;
        this.values = new ValueReader(file, plus);
        this.text = new String(file, StandardCharsets.ISO_8859_1);
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
        int end = CfgBinary.bodyEnd(file);
        var settings = PValues.builder();
        int at = CfgBinary.HEADER;
        while (at < end && file[at] == '&') {
            at++;
        }
        int value = afterName(at, end);
        while (value >= 0) {
            int to = indexOf('&', value, end);
            int next = afterName(to + 1, end);
            // Another ampersand belongs to the value: its writer escapes nothing.
            while (next < 0 && to < end && !keyBegins(to + 1, end)) {
                to = indexOf('&', to + 1, end);
                next = afterName(to + 1, end);
            }
            settings.put(setting(at, value, to));
            at = to + 1;
            value = next;
        }
        checkLast(at, end);
        return settings.build();
    }

    /** Where the value begins if a P-value's name and an equals sign are here; else negative. */
    private int afterName(int at, int end) {
        if (at >= end || file[at] != 'P') {
            return -1;
        }
        int i = at + 1;
        while (i < end && file[i] >= '0' && file[i] <= '9') {
            i++;
        }
        return i > at + 1 && i < end && file[i] == '=' ? i + 1 : -1;
    }

    private boolean keyBegins(int at, int end) {
        return at + KEY.length <= end
                && Arrays.equals(file, at, at + KEY.length, KEY, 0, KEY.length);
    }

    /** The closing pair; its value is 0b82, or, from one encoder, two octets of the MAC address. */
    private void checkLast(int at, int end) {
        if (at >= end) {
            throw wrong("body", end, "does not end with gnkey");
        }
        if (!keyBegins(at, end)) {
            throw indexOf('=', at, end) < indexOf('&', at, end)
                    ? notAName(at)
                    : wrong("pair", at, "no =");
        }
        int from = at + KEY.length;
        for (int i = from; i < Math.min(end, from + 4); i++) {
            if (ValueReader.hex(file[i]) < 0) {
                throw wrong("gnkey", i, "not four hexadecimal digits");
            }
        }
        if (end < from + 4) {
            throw wrong("gnkey", at, "not four hexadecimal digits");
        }
        if (end > from + 4) {
            throw wrong("pair", from + 4, "something follows gnkey");
        }
    }

    private Setting setting(int at, int value, int to) {
        PValue p = name(at, value - 1);
        try {
            return new Setting(p, values.read(value, to));
        } catch (IllegalArgumentException notTellable) {
            throw wrong("value of " + p, value, notTellable.getMessage());
        }
    }

    /** The digits from after the P on. */
    private PValue name(int at, int to) {
        if (to - at > PValue.DIGITS + 1 || to - at > 2 && file[at + 1] == '0') {
            throw notAName(at);
        }
        int number = 0;
        for (int i = at + 1; i < to; i++) {
            number = number * 10 + file[i] - '0';
        }
        return new PValue(number);
    }

    /** Does not quote the name: after a stray ampersand it may be part of a secret. */
    private static CfgFormatException notAName(int at) {
        return wrong("name", at, "not a P-value");
    }

    /** Where the octet is, or {@code end}. */
    private int indexOf(char octet, int from, int end) {
        int at = text.indexOf(octet, Math.min(from, end), end);
        return at < 0 ? end : at;
    }

    private static CfgFormatException wrong(String what, int offset, String why) {
        return new CfgFormatException(what, offset, why);
    }
}
