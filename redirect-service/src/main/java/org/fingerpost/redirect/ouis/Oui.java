package org.fingerpost.redirect.ouis;

import java.util.HexFormat;
import org.fingerpost.formats.mac.MacAddress;

/**
 * The first 24 bits of an address, which name its maker. Spelled as six hex digits, with or without
 * separators as an address has them.
 */
public record Oui(int prefix) {
    public Oui {
        if (prefix >>> 24 != 0 || (prefix & 1 << 16) != 0) {
            throw new IllegalArgumentException(
                    "an OUI has 24 bits and is no group address: " + Integer.toHexString(prefix));
        }
    }

    /**
     * The OUI that the text spells.
     *
     * @throws IllegalArgumentException if it spells none
     */
    public static Oui parse(String text) {
        String digits = text.strip().replaceAll("[:.-]", "");
        if (digits.length() != 6) {
            throw new IllegalArgumentException("'" + text + "' is no OUI: it has six hex digits");
        }
        try {
            return new Oui(HexFormat.fromHexDigits(digits));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no OUI: it has six hex digits", e);
        }
    }

    static int prefixOf(MacAddress mac) {
        return (int) (mac.bits() >>> 24);
    }

    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(prefix, 6);
    }
}
