package org.fingerpost.cli.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fingerpost.cli.files.Flaw.Kind;

/**
 * The binary {@code cfgMAC}. All numbers are big-endian.
 *
 * <pre>
 *  0  length of the whole file in 16-bit words (32 bits; some writers fill the low 16 only)
 *  4  checksum: makes the 16-bit words of the whole file sum to 0 modulo 65536
 *  6  MAC address; FF 01 in its place: encrypted by the vendor's tool
 * 12  CR LF CR LF
 * 16  Pn=value&amp;…&amp;gnkey=0b82, then up to three NULs
 * </pre>
 */
public final class CfgBinary {
    private static final int HEADER = 16;
    private static final String LAST_PAIR = "gnkey=0b82";

    private CfgBinary() {}

    public static Reading read(byte[] file, Mac mac) {
        if (file.length < HEADER) {
            return Reading.refused(Kind.HEADER, "is shorter than its own header");
        }
        if (file[6] == (byte) 0xff && file[7] == 0x01 && !Arrays.equals(macOf(file), mac.bytes())) {
            return Reading.refused(
                    Kind.VENDOR_ENCRYPTED,
                    "is encrypted by the vendor's tool; this reader does not open it");
        }
        var flaws = new ArrayList<>(headerFlaws(file, mac));
        var body = body(file);
        if (!(("&" + body).endsWith("&" + LAST_PAIR))) {
            flaws.add(new Flaw(Kind.GNKEY, "does not end with " + LAST_PAIR));
        }
        return flaws.isEmpty() ? pairs(body) : new Reading.Refused(flaws);
    }

    /** The text after the header without its padding, one character a byte. */
    public static String body(byte[] file) {
        var end = file.length;
        while (end > HEADER && end > file.length - 3 && file[end - 1] == 0) {
            end--;
        }
        return file.length < HEADER ? "" : new String(file, HEADER, end - HEADER, ISO_8859_1);
    }

    private static List<Flaw> headerFlaws(byte[] file, Mac mac) {
        var flaws = new ArrayList<Flaw>();
        if (file.length % 2 != 0) {
            flaws.add(new Flaw(Kind.ODD_SIZE, "has an odd size of " + file.length + " bytes"));
        }
        var words = ByteBuffer.wrap(file).getInt();
        var actual = (file.length + 1) / 2;
        if (words != actual && words != (actual & 0xffff)) {
            flaws.add(
                    new Flaw(Kind.LENGTH, "says it has " + words + " words, but it has " + actual));
        }
        if (sum(file) != 0) {
            flaws.add(new Flaw(Kind.CHECKSUM, "has a wrong checksum"));
        }
        if (!Arrays.equals(macOf(file), mac.bytes())) {
            flaws.add(new Flaw(Kind.MAC, "is for another MAC address"));
        }
        if (ByteBuffer.wrap(file).getInt(12) != 0x0d0a0d0a) {
            flaws.add(new Flaw(Kind.HEADER, "has no CR LF CR LF after the MAC address"));
        }
        return flaws;
    }

    private static byte[] macOf(byte[] file) {
        return Arrays.copyOfRange(file, 6, 12);
    }

    private static int sum(byte[] file) {
        var sum = 0;
        for (var i = 0; i < file.length; i++) {
            sum += (file[i] & 0xff) << (i % 2 == 0 ? 8 : 0);
        }
        return sum & 0xffff;
    }

    private static Reading pairs(String body) {
        var found = new PValues();
        for (var pair : body.split("&")) {
            var equals = pair.indexOf('=');
            if (pair.isEmpty() || pair.equals(LAST_PAIR)) {
                continue;
            }
            var value =
                    equals < 0
                            ? Optional.<String>empty()
                            : Percent.decode(pair.substring(equals + 1));
            if (value.isEmpty()) {
                return Reading.refused(
                        Kind.PAIRS, "holds a pair that is no Pn=value or is badly escaped");
            }
            found.put(pair.substring(0, equals), value.get());
        }
        return found.accepted(Optional.empty());
    }
}
