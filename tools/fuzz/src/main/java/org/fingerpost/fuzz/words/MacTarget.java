package org.fingerpost.fuzz.words;

import java.util.Optional;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.mac.MacFormatException;
import org.fingerpost.fuzz.claim.Allowance;
import org.fingerpost.fuzz.claim.Claim;

/**
 * The MAC address. Refused by its own exception, at an offset inside the text or at its end. The
 * door's reader, which does not throw, agrees. What was read is printed as twelve digits that read
 * the same, and they are the text's digits.
 */
public final class MacTarget {

    private MacTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Text.of(input).forEach(MacTarget::read);
    }

    private static void read(String text) {
        Optional<MacAddress> read =
                Allowance.of(
                        text.length(),
                        () -> Claim.readOrRefused(MacFormatException.class, () -> parse(text)));
        Claim.same(read, MacAddress.find(text), "both readers read the same");
        read.ifPresent(mac -> {
            String printed = mac.toString();
            Claim.same(mac, MacAddress.parse(printed), "what was printed reads the same");
            Claim.same(
                    text.replaceAll("[-:.]", "").toLowerCase(java.util.Locale.ROOT),
                    printed,
                    "the digits are those of the text");
        });
    }

    private static MacAddress parse(String text) {
        try {
            return MacAddress.parse(text);
        } catch (MacFormatException refused) {
            Claim.holds(
                    refused.offset() >= 0 && refused.offset() <= text.length(),
                    "the offset of a refusal is in the text");
            throw refused;
        }
    }
}
