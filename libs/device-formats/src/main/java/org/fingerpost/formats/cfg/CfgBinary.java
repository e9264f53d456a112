package org.fingerpost.formats.cfg;

import java.util.Set;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValues;

/**
 * The config file {@code cfg{mac}}, in its plain form.
 *
 * <pre>
 * file    = length checksum mac CR LF CR LF body pad
 * length  = 4 octets    ; 16-bit words in the whole file, big-endian
 * checksum= 2 octets    ; makes the big-endian 16-bit words of the whole file sum to 0 modulo 65536
 * mac     = 6 octets
 * body    = *( pvalue "=" value "&amp;" ) "gnkey=0b82"
 * value   = *( unreserved / "%" 2hexdigit )     ; UTF-8, escaped octet by octet
 * unreserved = ALPHA / DIGIT / "-" / "." / "_" / "~"
 * pad     = [ NUL ]     ; to an even number of octets
 * </pre>
 *
 * <p>Sources, and where encoders differ: {@code docs/formats/cfg-binary.md}.
 */
public final class CfgBinary {

    /** 65535 words: what encoders that keep only 16 bits of the length can still say. */
    public static final int MAX_BYTES = 131_070;

    static final int HEADER = 16;
    static final int MAC = 6;

    private CfgBinary() {}

    /**
     * The finished file; the same settings in the same order always make the same bytes.
     *
     * @throws CfgFormatException if the file would exceed {@link #MAX_BYTES}, or the MAC address
     *     begins with FF 01, by which phones know an encrypted file
     */
    public static byte[] encode(MacAddress mac, PValues settings) {
        return encode(mac, settings, Set.of());
    }

    /**
     * The file as encoders write it that differ from the plain form.
     *
     * @throws CfgFormatException as {@link #encode(MacAddress, PValues)}
     */
    public static byte[] encode(MacAddress mac, PValues settings, Set<CfgVariant> variants) {
        return new CfgEncoder(mac, variants).encode(settings);
    }

    /** As {@link #decode(byte[], PlusSign)}; a {@code +} is a plus. */
    public static CfgFile decode(byte[] file) {
        return decode(file, PlusSign.PLUS);
    }

    /**
     * Reads what any known encoder writes: up to three NULs of padding, a length of which only the
     * low 16 bits were kept, escapes of either case or none, a body that begins with an ampersand,
     * any gnkey. An ampersand that neither a P-value nor gnkey follows belongs to the value before
     * it, since some encoders escape nothing. Octets that are no UTF-8 are read as ISO 8859-1. Of
     * two settings of one P-value the later counts.
     *
     * @throws CfgFormatException if the bytes are no such file, or are encrypted
     */
    public static CfgFile decode(byte[] file, PlusSign plus) {
        return new CfgDecoder(file, plus).decode();
    }
}
