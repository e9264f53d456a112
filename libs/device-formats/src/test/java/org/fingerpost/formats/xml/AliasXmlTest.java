package org.fingerpost.formats.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.fingerpost.formats.HostileValues;
import org.fingerpost.formats.alias.AliasSetting;
import org.fingerpost.formats.alias.AliasSettings;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

class AliasXmlTest {

    private static final MacAddress PHONE = MacAddress.parse("000b82123456");

    private static final AliasSettings SETTINGS =
            AliasSettings.of(
                    AliasSetting.of("account.1.enable", "Yes"),
                    AliasSetting.of("account.1.name", "<A & B>"),
                    AliasSetting.of("alone", ""),
                    AliasSetting.of("account.2.enable", "No"));

    @Test
    void itemsAreKnownToTheByte() {
        assertThat(text(AliasXml.write(PHONE, SETTINGS, AliasLayout.ITEMS)))
                .isEqualTo(
                        """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <gs_provision version="1">
                        <mac>000b82123456</mac>
                        <config version="2">
                        <item name="account.1.enable">Yes</item>
                        <item name="account.1.name">&lt;A &amp; B&gt;</item>
                        <item name="alone"></item>
                        <item name="account.2.enable">No</item>
                        </config>
                        </gs_provision>
                        """);
    }

    @Test
    void neighboursShareAnItemInParts() {
        assertThat(text(AliasXml.write(SETTINGS, AliasLayout.PARTS)))
                .isEqualTo(
                        """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <gs_provision version="1">
                        <config version="2">
                        <item name="account.1">
                        <part name="enable">Yes</part>
                        <part name="name">&lt;A &amp; B&gt;</part>
                        </item>
                        <item name="alone"></item>
                        <item name="account.2">
                        <part name="enable">No</part>
                        </item>
                        </config>
                        </gs_provision>
                        """);
    }

    @Property(tries = 300)
    @Domain(HostileValues.class)
    @Domain(DomainContext.Global.class)
    void eitherLayoutIsReadBackAndKeepsTheSchema(
            @ForAll MacAddress mac,
            @ForAll PValues values,
            @ForAll("prefixes") String prefix,
            @ForAll AliasLayout layout)
            throws SAXException, IOException {
        AliasSettings settings = named(prefix, values);
        byte[] file = AliasXml.write(mac, settings, layout);
        if (!settings.isEmpty()) {
            assertEquals(
                    new XmlFile.Named(Optional.of(mac), settings, List.of()), XmlFile.read(file));
        }
        validate(file, XmlSchemas.version2());
    }

    @Property(tries = 300)
    @Domain(HostileValues.class)
    void versionOneKeepsItsSchema(@ForAll MacAddress mac, @ForAll PValues settings)
            throws SAXException, IOException {
        validate(ProvisioningXml.write(mac, settings), XmlSchemas.version1());
        validate(ProvisioningXml.write(settings), XmlSchemas.version1());
    }

    @Test
    void schemasRefuseTheOtherVersionAndBadAddresses() {
        byte[] one = ProvisioningXml.write(PValues.of(Setting.of("P1", "1")));
        byte[] two = AliasXml.write(SETTINGS, AliasLayout.PARTS);
        assertThatThrownBy(() -> validate(one, XmlSchemas.version2()))
                .isInstanceOf(SAXException.class);
        assertThatThrownBy(() -> validate(two, XmlSchemas.version1()))
                .isInstanceOf(SAXException.class);
        byte[] badMac =
                text(ProvisioningXml.write(PHONE, PValues.none()))
                        .replace("000b82123456", "00-0b-82")
                        .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> validate(badMac, XmlSchemas.version1()))
                .isInstanceOf(SAXException.class);
    }

    @Test
    void idsOfLayoutsArePermanent() {
        assertThat(AliasLayout.ITEMS.id()).isEqualTo("items");
        assertThat(AliasLayout.PARTS.id()).isEqualTo("parts");
        assertThat(AliasLayout.find("items")).contains(AliasLayout.ITEMS);
        assertThat(AliasLayout.find("parts")).contains(AliasLayout.PARTS);
        assertThat(AliasLayout.find("flat")).isEmpty();
    }

    @Provide
    Arbitrary<String> prefixes() {
        return Arbitraries.of("", "account.", "a.b-c.D_e.");
    }

    private static AliasSettings named(String prefix, PValues values) {
        return AliasSettings.of(
                values.stream()
                        .map(setting ->
                                AliasSetting.of(
                                        prefix + setting.p().number() % 7 + "." + setting.p(),
                                        setting.value()))
                        .toList());
    }

    private static void validate(byte[] file, URL schema) throws SAXException, IOException {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(schema)
                .newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(file)));
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }
}
