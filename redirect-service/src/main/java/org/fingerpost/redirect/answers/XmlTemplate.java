package org.fingerpost.redirect.answers;

import java.nio.charset.StandardCharsets;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.xml.ProvisioningXml;

/** An XML file that lacks the phone's own interval, and its MAC address if it names one. */
final class XmlTemplate implements Template {
    private static final int NO_MAC = -1;
    private static final String MAC = "<mac>";

    private final byte[] file;
    private final int macAt;
    private final Gap gap;

    private XmlTemplate(byte[] file, int macAt, int digits) {
        this.file = file;
        this.macAt = macAt;
        this.gap = digits == 0 ? Gap.NONE : Gap.behind("<P193>", digits, file);
    }

    /** {@code cfg{mac}.xml}. */
    static XmlTemplate own(PValues settings, int digits) {
        byte[] file = ProvisioningXml.write(MacAddress.FIRST, settings);
        int at = new String(file, StandardCharsets.ISO_8859_1).indexOf(MAC) + MAC.length();
        return new XmlTemplate(file, at, digits);
    }

    /** {@code cfg.xml}: a phone rejects a file with another's MAC, and we have only its word. */
    static XmlTemplate generic(PValues settings, int digits) {
        return new XmlTemplate(ProvisioningXml.write(settings), NO_MAC, digits);
    }

    @Override
    public byte[] fill(MacAddress mac, int minutes) {
        byte[] filled = file.clone();
        if (macAt != NO_MAC) {
            for (int i = 0; i < 12; i++) {
                filled[macAt + i] =
                        (byte) Character.forDigit((int) (mac.bits() >>> 44 - 4 * i & 0xf), 16);
            }
        }
        gap.fill(filled, minutes);
        return filled;
    }

    @Override
    public byte[] bytes() {
        return file;
    }
}
