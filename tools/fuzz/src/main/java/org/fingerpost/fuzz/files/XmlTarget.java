package org.fingerpost.fuzz.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.markup.MarkupException;
import org.fingerpost.formats.xml.AliasLayout;
import org.fingerpost.formats.xml.AliasXml;
import org.fingerpost.formats.xml.ProvisioningXml;
import org.fingerpost.formats.xml.XmlFile;
import org.fingerpost.fuzz.claim.Allowance;
import org.fingerpost.fuzz.claim.Claim;

/**
 * Both versions of XML. Refused by its own exception, at a line that the file has. What was read is
 * written again, in every layout, and reads the same with nothing passed over; the same settings
 * make the same bytes. What the JDK's parser reads too, says the same to it.
 */
public final class XmlTarget {

    private XmlTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Allowance.of(
                        input.length,
                        () -> Claim.readOrRefused(MarkupException.class, () -> read(input)))
                .ifPresent(file -> {
                    file.oddities().forEach(Claim::isTellable);
                    rewritten(file);
                    JdkDocument.parse(input)
                            .ifPresent(document ->
                                    Claim.same(
                                            without(file),
                                            GsProvision.of(document),
                                            "the JDK's parser reads the same"));
                });
    }

    private static XmlFile read(byte[] file) {
        try {
            return XmlFile.read(file);
        } catch (MarkupException refused) {
            Claim.holds(refused.offset() >= 0, "an offset is not negative");
            Claim.holds(
                    refused.line() >= 1 && refused.line() <= file.length + 1,
                    "the line of a refusal is in the file");
            throw refused;
        }
    }

    private static void rewritten(XmlFile file) {
        for (byte[] written : written(file)) {
            Claim.same(without(file), XmlFile.read(written), "what was written reads the same");
        }
        List<byte[]> once = written(file);
        List<byte[]> again = written(file);
        for (int i = 0; i < once.size(); i++) {
            Claim.holds(Arrays.equals(once.get(i), again.get(i)), "it is written the same twice");
        }
    }

    private static List<byte[]> written(XmlFile file) {
        List<byte[]> all = new ArrayList<>();
        switch (file) {
            case XmlFile.Numbered(Optional<MacAddress> mac, var settings, var _) ->
                    all.add(
                            mac.map(to -> ProvisioningXml.write(to, settings))
                                    .orElseGet(() -> ProvisioningXml.write(settings)));
            case XmlFile.Named(Optional<MacAddress> mac, var settings, var _) -> {
                for (AliasLayout layout : AliasLayout.values()) {
                    all.add(
                            mac.map(to -> AliasXml.write(to, settings, layout))
                                    .orElseGet(() -> AliasXml.write(settings, layout)));
                }
            }
        }
        return all;
    }

    private static XmlFile without(XmlFile file) {
        return switch (file) {
            case XmlFile.Numbered(var mac, var settings, var _) ->
                    new XmlFile.Numbered(mac, settings, List.of());
            case XmlFile.Named(var mac, var settings, var _) ->
                    new XmlFile.Named(mac, settings, List.of());
        };
    }
}
