package org.fingerpost.formats.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.fingerpost.formats.HostileValues;
import org.fingerpost.formats.alias.AliasSetting;
import org.fingerpost.formats.alias.AliasSettings;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.markup.MarkupException;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlFileTest {

    private static final MacAddress PHONE = MacAddress.parse("000b82123456");

    @Property
    @Domain(HostileValues.class)
    void versionOneIsReadBack(@ForAll MacAddress mac, @ForAll PValues settings) {
        assertEquals(
                new XmlFile.Numbered(Optional.of(mac), settings, List.of()),
                XmlFile.read(ProvisioningXml.write(mac, settings)));
        assertEquals(
                new XmlFile.Numbered(Optional.empty(), settings, List.of()),
                XmlFile.read(ProvisioningXml.write(settings)));
    }

    @Test
    void whatTemplatesHaveIsRead() {
        String file =
                """
                <?xml version="1.0" encoding="UTF-8" ?>
                <!-- Template -- of 2012 -->
                <gs_provision version="1">
                <mac>00:0B:82:12:34:56</mac>
                <config version="1">
                  <!-- # Account name -->
                  <P270> two  words </P270>
                  <P271/>
                  <P3><![CDATA[A&B]]></P3><P3>C</P3>
                  <P4>a<!-- cut -->b</P4>
                  <P5><!-- cut -->b</P5>
                  <P6><!-- cut --></P6>
                  <P7 >b</P7 >
                </config>
                </gs_provision>
                """;
        assertEquals(
                new XmlFile.Numbered(
                        Optional.of(PHONE),
                        PValues.of(
                                Setting.of("P270", " two  words "),
                                Setting.of("P271", ""),
                                Setting.of("P3", "C"),
                                Setting.of("P4", "ab"),
                                Setting.of("P5", "b"),
                                Setting.of("P6", ""),
                                Setting.of("P7", "b")),
                        List.of()),
                read(file));
    }

    @Test
    void itemsAndPartsOfVersionTwoAreAliases() {
        String file =
                """
                <gs_provision>
                <config version="2">
                  <item name="account.1"><part name="enable">Yes</part>
                    <part name="sip.userid">2001</part></item>
                  <item name="sip.port">5060</item>
                </config>
                </gs_provision>
                """;
        assertEquals(
                new XmlFile.Named(
                        Optional.empty(),
                        AliasSettings.of(
                                AliasSetting.of("account.1.enable", "Yes"),
                                AliasSetting.of("account.1.sip.userid", "2001"),
                                AliasSetting.of("sip.port", "5060")),
                        List.of()),
                read(file));
    }

    @Test
    void whatIsPassedOverIsTold() {
        String file =
                """
                <gs_provision>
                <mac>{$mac}</mac>
                <other><deep/></other>
                <config version="1">
                  <p47>x</p47>
                  <P047>x</P047>
                  stray
                  <P3>a<b>c</b></P3>
                </config>
                <config version="3"><P1>1</P1></config>
                </gs_provision>
                """;
        XmlFile read = read(file);
        assertThat(read.oddities())
                .containsExactly(
                        "line 2: the mac element holds no MAC address",
                        "line 3: an element that is neither mac nor config",
                        "line 5: an element that is no P-value",
                        "line 6: an element that is no P-value",
                        "line 7: text between the settings",
                        "line 8: an element inside a value",
                        "line 10: a config of a version that is neither 1 nor 2");
        assertThat(read)
                .isInstanceOfSatisfying(
                        XmlFile.Numbered.class,
                        numbered ->
                                assertThat(numbered.settings())
                                        .containsExactly(Setting.of("P3", "a")));
    }

    @Test
    void whatIsPassedOverInVersionTwoIsToldToo() {
        String file =
                """
                <gs_provision>
                outside
                <config version="2">
                  <item name="a b">1</item>
                  <item name="a">
                    <other name="b">1</other>
                    <part name="b">2</part> stray
                  </item>
                  <P1>1</P1>
                </config>
                </gs_provision>
                """;
        assertEquals(
                new XmlFile.Named(
                        Optional.empty(),
                        AliasSettings.of(AliasSetting.of("a.b", "2")),
                        List.of(
                                "line 2: text outside the config element",
                                "line 4: an element that is no item with an alias for its name",
                                "line 6: an element that is no part with an alias for its name",
                                "line 5: text between the parts of an item",
                                "line 9: an element that is no item with an alias for its name")),
                read(file));
    }

    @Test
    void pValuesUnderVersion2AreReadAndToldOnce() {
        String file =
                """
                <gs_provision><config version="2">
                <P1>a</P1>
                <P2>b</P2>
                <item name="c">d</item>
                </config></gs_provision>
                """;
        assertEquals(
                new XmlFile.Numbered(
                        Optional.empty(),
                        PValues.of(List.of(Setting.of("P1", "a"), Setting.of("P2", "b"))),
                        List.of(
                                "line 2: P-values in a config of version 2, which holds items",
                                "line 4: an element that is no P-value")),
                read(file));
    }

    @Test
    void addressStaysWhenASecondElementHoldsNone() {
        XmlFile read =
                read("<gs_provision><mac>000b82123456</mac><mac>x</mac><config/></gs_provision>");
        assertThat(read.mac()).contains(PHONE);
        assertThat(read.oddities()).hasSize(1);
    }

    @Test
    void settingsOfBothVersionsAreRefusedWhereTheSecondBegins() {
        String one = "<config version='1'><P1/></config>\n";
        String two = "<config version='2'><item name='a'/></config>\n";
        assertRefusedAt("<item", "<gs_provision>" + one + two + "</gs_provision>");
        assertRefusedAt("<P1/>", "<gs_provision>" + two + one + "</gs_provision>");
    }

    private static void assertRefusedAt(String where, String file) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        MarkupException.class,
                        refused -> {
                            assertEquals(file.indexOf(where), refused.offset());
                            assertEquals(2, refused.line());
                            assertThat(refused.why()).contains("of version 1 and of version 2");
                        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<gs_provisioning/>|the root element is not gs_provision",
                "<gs_provision><config><P1>1</P1></config>|ends inside",
                "<gs_provision/>x|text outside"
            })
    void whatIsNoConfigFileIsRefused(String file, String why) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(MarkupException.class)
                .hasMessageContaining(why);
    }

    @Test
    void valueCutIntoManyPiecesTakesLinearTime() {
        String cut = "a<!---->".repeat(400_000);
        XmlFile read = read("<gs_provision><config><P3>" + cut + "</P3></config></gs_provision>");
        assertThat(((XmlFile.Numbered) read).settings())
                .containsExactly(Setting.of("P3", "a".repeat(400_000)));
    }

    @Test
    void odditiesEndSomewhere() {
        XmlFile read =
                read("<gs_provision><config>" + "<x/>".repeat(5_000) + "</config></gs_provision>");
        assertThat(read.oddities()).hasSize(1_001).last().isEqualTo("and more that is passed over");
    }

    private static XmlFile read(String file) {
        return XmlFile.read(file.getBytes(StandardCharsets.UTF_8));
    }
}
