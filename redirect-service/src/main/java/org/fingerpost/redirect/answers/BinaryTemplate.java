package org.fingerpost.redirect.answers;

import org.fingerpost.formats.cfg.CfgBinary;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValues;

/**
 * A {@code cfg{mac}} that lacks its MAC address, the phone's own interval and its checksum. Grammar
 * and checksum: {@link CfgBinary}. The sum of all other words is kept, so that a file costs a copy
 * and a few additions.
 */
final class BinaryTemplate implements Template {
    private static final int CHECKSUM = 4;
    private static final int MAC = 6;
    private static final int MAC_BYTES = 6;

    private final byte[] file;
    private final Gap gap;
    private final int sum;

    /**
     * @param digits of P193, which is then among the settings; 0 to leave it as it is there
     */
    BinaryTemplate(PValues settings, int digits) {
        file = CfgBinary.encode(MacAddress.FIRST, settings);
        gap = digits == 0 ? Gap.NONE : Gap.behind("&P193=", digits, file);
        file[CHECKSUM] = file[CHECKSUM + 1] = 0;
        for (int i = 0; i < gap.digits(); i++) {
            file[gap.at() + i] = 0;
        }
        sum = sum(file, 0, file.length);
    }

    @Override
    public byte[] fill(MacAddress mac, int minutes) {
        byte[] filled = file.clone();
        for (int i = 0; i < MAC_BYTES; i++) {
            filled[MAC + i] = (byte) (mac.bits() >>> 40 - 8 * i);
        }
        gap.fill(filled, minutes);
        int checksum =
                -(sum
                        + sum(filled, MAC, MAC + MAC_BYTES)
                        + sum(filled, gap.at(), gap.at() + gap.digits()));
        filled[CHECKSUM] = (byte) (checksum >> 8);
        filled[CHECKSUM + 1] = (byte) checksum;
        return filled;
    }

    @Override
    public byte[] bytes() {
        return file;
    }

    /** What these bytes add to the sum of the file's big-endian 16-bit words. */
    private static int sum(byte[] bytes, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum += (bytes[i] & 0xff) << (i % 2 == 0 ? 8 : 0);
        }
        return sum;
    }
}
