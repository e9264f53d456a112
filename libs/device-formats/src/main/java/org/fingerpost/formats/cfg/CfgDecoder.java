package org.fingerpost.formats.cfg;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;

/** Reads one file; grammar in {@link CfgBinary}. */
final class CfgDecoder {

    private static final byte[] BLANK_LINES = {'\r', '\n', '\r', '\n'};
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
        var settings = PValues.builder();
        var pairs = new CfgPairs(file);
        while (pairs.next()) {
            settings.put(setting(pairs));
        }
        checkLast(pairs);
        return settings.build();
    }

    /** The closing pair; its value is 0b82, or, from one encoder, two octets of the MAC address. */
    private void checkLast(CfgPairs pairs) {
        int at = pairs.rest();
        int end = pairs.bodyEnd();
        if (at == end) {
            throw wrong("body", end, "does not end with gnkey");
        }
        if (!pairs.restIsKey()) {
            throw hasName(at, end) ? notAName(at) : wrong("pair", at, "no =");
        }
        int from = pairs.keyValue();
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

    /** An equals sign before the next ampersand. */
    private boolean hasName(int at, int end) {
        int i = at;
        while (i < end && file[i] != '&' && file[i] != '=') {
            i++;
        }
        return i < end && file[i] == '=';
    }

    private Setting setting(CfgPairs pairs) {
        if (pairs.number() < 0) {
            throw notAName(pairs.name());
        }
        var p = new PValue(pairs.number());
        try {
            return new Setting(p, values.read(pairs));
        } catch (IllegalArgumentException notTellable) {
            throw wrong("value of " + p, pairs.value(), notTellable.getMessage());
        }
    }

    /** Does not quote the name: after a stray ampersand it may be part of a secret. */
    private static CfgFormatException notAName(int at) {
        return wrong("name", at, "not a P-value");
    }

    private static CfgFormatException wrong(String what, int offset, String why) {
        return new CfgFormatException(what, offset, why);
    }
}
