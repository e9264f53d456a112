package org.fingerpost.fuzz.words;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.fingerpost.formats.alias.AliasSetting;
import org.fingerpost.formats.alias.AliasSettings;
import org.fingerpost.formats.cfg.CfgBinary;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;
import org.fingerpost.formats.xml.AliasLayout;
import org.fingerpost.formats.xml.AliasXml;
import org.fingerpost.formats.xml.ProvisioningXml;
import org.fingerpost.formats.xml.XmlFile;
import org.fingerpost.fuzz.claim.Allowance;
import org.fingerpost.fuzz.claim.Claim;

/**
 * A line {@code name=value}, of a P-value or of an alias. A name is refused in a sentence, and has
 * one spelling. A setting that is accepted reads back from every file that can carry it; a secret
 * one does not show its value.
 */
public final class SettingTarget {

    private static final MacAddress PHONE = MacAddress.parse("000b82123456");

    private SettingTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Text.of(input).forEach(SettingTarget::read);
    }

    private static void read(String line) {
        int equals = line.indexOf('=');
        String name = equals < 0 ? line : line.substring(0, equals);
        String value = line.substring(equals + 1);
        refusedOrRead(line, () -> PValue.parse(name))
                .ifPresent(p -> Claim.same(name, p.toString(), "a name has one spelling"));
        refusedOrRead(line, () -> Setting.of(name, value)).ifPresent(SettingTarget::numbered);
        refusedOrRead(line, () -> AliasSetting.of(name, value)).ifPresent(SettingTarget::named);
    }

    private static <T> Optional<T> refusedOrRead(String line, Supplier<T> reader) {
        return Allowance.of(
                line.length(), () -> Claim.readOrRefused(IllegalArgumentException.class, reader));
    }

    private static void numbered(Setting setting) {
        PValues settings = PValues.of(setting);
        if (setting.isSecret()) {
            Claim.same(setting.p() + "=********", setting.toString(), "a secret does not show");
        }
        Claim.same(
                settings,
                CfgBinary.decode(CfgBinary.encode(PHONE, settings)).settings(),
                "a config binary carries the setting");
        Claim.same(
                new XmlFile.Numbered(Optional.of(PHONE), settings, List.of()),
                XmlFile.read(ProvisioningXml.write(PHONE, settings)),
                "XML carries the setting");
    }

    private static void named(AliasSetting setting) {
        AliasSettings settings = AliasSettings.of(setting);
        if (setting.alias().isSecret()) {
            Claim.same(setting.alias() + "=********", setting.toString(), "a secret does not show");
        }
        for (AliasLayout layout : AliasLayout.values()) {
            Claim.same(
                    new XmlFile.Named(Optional.empty(), settings, List.of()),
                    XmlFile.read(AliasXml.write(settings, layout)),
                    "XML of version 2 carries the setting");
        }
    }
}
