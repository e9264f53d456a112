package org.fingerpost.formats.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.fingerpost.formats.HostileValues;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ProvisioningXmlTest {

    private static final MacAddress PHONE = MacAddress.parse("000b82123456");

    @Test
    void fileForOnePhoneIsKnownToTheByte() {
        var settings =
                PValues.of(
                        Setting.of("P271", "0"),
                        Setting.of("P270", "<A&B> \"x\" 'y'\r"),
                        Setting.of("P3", ""));
        assertThat(new String(ProvisioningXml.write(PHONE, settings), UTF_8))
                .isEqualTo(
                        """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <gs_provision version="1">
                        <mac>000b82123456</mac>
                        <config version="1">
                        <P271>0</P271>
                        <P270>&lt;A&amp;B&gt; &quot;x&quot; &apos;y&apos;&#13;</P270>
                        <P3></P3>
                        </config>
                        </gs_provision>
                        """);
    }

    /** A quotation mark takes all the room that a character may. */
    @Test
    void thereIsRoomForEachLengthOfNameAndValue() {
        for (int number = 1; number < 1_000_000; number *= 10) {
            for (int length = 0; length < 100; length++) {
                var setting = Setting.of("P" + number, "\"".repeat(length));
                assertThat(new String(ProvisioningXml.write(PValues.of(setting)), UTF_8))
                        .contains(
                                "<P%d>%s</P%d>\n</config>"
                                        .formatted(number, "&quot;".repeat(length), number));
            }
        }
    }

    @Test
    void fileForAnyPhoneNamesNoAddress() throws Exception {
        byte[] xml = ProvisioningXml.write(PValues.of(Setting.of("P1", "A")));
        assertEquals(0, parsed(xml).getElementsByTagName("mac").getLength());
    }

    @Property
    @Domain(HostileValues.class)
    void anXmlParserReadsBackWhatWasWritten(@ForAll MacAddress mac, @ForAll PValues settings)
            throws Exception {
        Document document = parsed(ProvisioningXml.write(mac, settings));
        Element root = document.getDocumentElement();
        assertEquals("gs_provision", root.getTagName());
        assertEquals("1", root.getAttribute("version"));
        assertEquals(mac.toString(), root.getElementsByTagName("mac").item(0).getTextContent());
        Element config = (Element) root.getElementsByTagName("config").item(0);
        assertEquals("1", config.getAttribute("version"));
        assertEquals(settings, PValues.of(settings(config)));
    }

    @Property
    @Domain(HostileValues.class)
    void sameSettingsMakeTheSameBytesWithoutComments(
            @ForAll MacAddress mac, @ForAll PValues settings) {
        byte[] once = ProvisioningXml.write(mac, settings);
        byte[] again = ProvisioningXml.write(mac, PValues.of(settings));
        assertThat(once).isEqualTo(again);
        assertThat(new String(once, UTF_8)).doesNotContain("<!--");
    }

    private static List<Setting> settings(Element config) {
        NodeList elements = config.getElementsByTagName("*");
        var settings = new ArrayList<Setting>();
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            settings.add(Setting.of(element.getTagName(), element.getTextContent()));
        }
        return settings;
    }

    private static Document parsed(byte[] xml) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }
}
