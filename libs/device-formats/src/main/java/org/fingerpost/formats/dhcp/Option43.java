package org.fingerpost.formats.dhcp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What option 43 holds: sub-options whose numbers and meanings are the vendor's own. They are not
 * public, so none is known here.
 *
 * <pre>
 * option43  = *suboption
 * suboption = number length *OCTET        ; an octet each, number 1 to 254
 * </pre>
 */
public record Option43(byte[] bytes) {
    private static final int LONGEST = 255;
    private static final Pattern SUB_OPTION =
            Pattern.compile("(\\d{1,3})=(?:0x((?:[0-9A-Fa-f]{2})+)|(?!0[xX])([ -~]*))");

    /**
     * @param subOptions each {@code number=text} or {@code number=0xhex}
     * @throws IllegalArgumentException with a sentence
     */
    public static Option43 of(List<String> subOptions) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String each : subOptions) {
            Matcher read = SUB_OPTION.matcher(each);
            int number = read.matches() ? Integer.parseInt(read.group(1)) : 0;
            if (number < 1 || number > 254) {
                throw new IllegalArgumentException(
                        "a sub-option is a number from 1 to 254, =, and text, or 0x and pairs of"
                                + " hex digits");
            }
            byte[] value =
                    read.group(2) == null
                            ? read.group(3).getBytes(StandardCharsets.US_ASCII)
                            : HexFormat.of().parseHex(read.group(2));
            all.write(number);
            all.write(value.length);
            all.writeBytes(value);
            if (value.length > LONGEST || all.size() > LONGEST) {
                throw new IllegalArgumentException("option 43 holds 255 octets");
            }
        }
        return new Option43(all.toByteArray());
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    public String hex(String between, String before) {
        return HexFormat.ofDelimiter(between).withPrefix(before).formatHex(bytes);
    }
}
