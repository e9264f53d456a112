package org.fingerpost.formats.cfg;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where encoders in production disagree with the plain form of {@link CfgBinary}, and which a phone
 * may have been fed with for years. Variants combine; without any the file is as the vendor's tools
 * pad it and RFC 3986 escapes it. The ids are permanent: files, scripts and rows may name them.
 */
public enum CfgVariant {
    /**
     * NUL padding to a multiple of four octets: wazo, PhoneConfigGenerator, a Perl tool of 2004.
     */
    PAD_4("pad4"),

    /** A space is {@code +}, as in a submitted form: GS3, astportal2. A plus stays {@code %2B}. */
    FORM_SPACES("form-spaces"),

    /**
     * The value of gnkey is the second and third octet of the MAC address, lower case: wazo. For
     * the address block 000B82 that is the usual {@code 0b82}.
     */
    GNKEY_FROM_MAC("gnkey-from-mac");

    private final String id;

    CfgVariant(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** The variant of that id, in lower case as listed. */
    public static Optional<CfgVariant> find(String id) {
        return Arrays.stream(values()).filter(variant -> variant.id.equals(id)).findFirst();
    }

    /** All ids, for a sentence. */
    public static String ids() {
        return Arrays.stream(values()).map(CfgVariant::id).collect(Collectors.joining(", "));
    }
}
