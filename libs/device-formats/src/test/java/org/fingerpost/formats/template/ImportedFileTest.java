package org.fingerpost.formats.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.fingerpost.formats.HostileValues;
import org.fingerpost.formats.RawCfg;
import org.fingerpost.formats.alias.AliasSetting;
import org.fingerpost.formats.alias.AliasSettings;
import org.fingerpost.formats.cfg.CfgBinary;
import org.fingerpost.formats.cfg.CfgVariant;
import org.fingerpost.formats.inspect.FileKind;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;
import org.fingerpost.formats.seal.ConfigKey;
import org.fingerpost.formats.seal.KeyDigest;
import org.fingerpost.formats.seal.Salt;
import org.fingerpost.formats.seal.Sealing;
import org.fingerpost.formats.template.ImportedFile.Named;
import org.fingerpost.formats.template.ImportedFile.Numbered;
import org.fingerpost.formats.xml.AliasLayout;
import org.fingerpost.formats.xml.AliasXml;
import org.fingerpost.formats.xml.ProvisioningXml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ImportedFileTest {

    private static final MacAddress PHONE = MacAddress.parse("000b82123456");

    @Property
    @Domain(HostileValues.class)
    void eachFormOfTheSameSettingsIsTheSameValue(@ForAll MacAddress mac, @ForAll PValues settings) {
        Numbered binary = numbered(CfgBinary.encode(mac, settings));
        assertEquals(FileKind.CFG_BINARY, binary.kind());
        assertEquals(Optional.of(mac), binary.mac());
        assertEquals(TextTemplate.of(settings).entries(), binary.template().entries());
        Numbered xml = numbered(ProvisioningXml.write(mac, settings));
        assertEquals(FileKind.XML_P_VALUES, xml.kind());
        assertEquals(Optional.of(mac), xml.mac());
        assertEquals(settings, xml.template().settings());
        assertThat(xml.oddities()).isEmpty();
    }

    @Test
    void commentsOfXmlAreDescriptions() {
        Numbered read =
                numbered(
                        """
                        <?xml version="1.0"?>
                        <gs_provision version="1">
                        <config version="1">
                        <!-- # Account name -->
                        <!--
                          of the first -- account
                        -->
                        <P270>A &amp; B</P270><P3/>
                        <P3>later</P3>
                        <!-- the end -->
                        </config></gs_provision>
                        """);
        assertEquals(
                new Numbered(
                        FileKind.XML_P_VALUES,
                        Optional.empty(),
                        new TextTemplate(
                                List.of(
                                        new TemplateEntry(
                                                8,
                                                "Account name\n\nof the first -- account",
                                                Setting.of("P270", "A & B")),
                                        new TemplateEntry(8, "", Setting.of("P3", "")),
                                        new TemplateEntry(9, "", Setting.of("P3", "later"))),
                                "the end",
                                List.of())),
                read);
    }

    @Test
    void aliasesStayAliasesWithTheirDescriptions() {
        ImportedFile read =
                read(
                        """
                        <gs_provision><mac>000b82123456</mac><config version="2">
                        <!-- first -->
                        <item name="account.1"><part name="enable">Yes</part></item>
                        <p/>
                        </config></gs_provision>
                        """);
        assertEquals(
                new Named(
                        Optional.of(PHONE),
                        List.of(
                                new AliasEntry(
                                        3, "first", AliasSetting.of("account.1.enable", "Yes"))),
                        "not a setting: <p/>",
                        List.of(
                                "line 4: an element that is no item with an alias for its name:"
                                        + " kept as a comment")),
                read);
    }

    @Test
    void whatATemplateEngineReadsIsKeptAsComments() {
        Numbered read =
                numbered(
                        """
                        <gs_provision version="1">
                        <config version="1">
                        {if isset($vlan) && $vlan < 4095}
                          <P51>{$vlan}</P51>
                        {/if}
                        <P047>x</P047>
                        <P330>http://h/?a=1&b=2&amp;c=3&d;</P330>
                        </config></gs_provision>
                        """);
        assertThat(read.template().entries())
                .containsExactly(
                        new TemplateEntry(
                                4,
                                "not a setting: {if isset($vlan) && $vlan < 4095}",
                                Setting.of("P51", "{$vlan}")),
                        new TemplateEntry(
                                7,
                                "not a setting: {/if}\nnot a setting: <P047>x</P047>",
                                Setting.of("P330", "http://h/?a=1&b=2&c=3&d;")));
        assertThat(read.oddities())
                .containsExactly(
                        "line 3: an ampersand that begins no reference: read as it stands",
                        "line 3: an ampersand that begins no reference: read as it stands",
                        "line 3: a < that begins no tag: read as it stands",
                        "line 3: text between the settings: kept as a comment",
                        "line 5: text between the settings: kept as a comment",
                        "line 6: an element that is no P-value: kept as a comment",
                        "line 7: a reference to an entity, of which only five are known: read as"
                                + " it stands",
                        "line 7: a reference to an entity, of which only five are known: read as"
                                + " it stands");
    }

    @ParameterizedTest
    @EnumSource
    void eachLayoutOfAliasesIsRead(AliasLayout layout) {
        AliasSettings settings =
                AliasSettings.of(
                        AliasSetting.of("a.b", "1"), AliasSetting.of("a.password", "hunter2"));
        assertThat(read(AliasXml.write(PHONE, settings, layout)))
                .isInstanceOfSatisfying(
                        Named.class, named -> assertEquals(settings, named.settings()))
                .asString()
                .doesNotContain("hunter2");
        assertThat(read(AliasXml.write(AliasSettings.none(), layout)).kind())
                .isEqualTo(FileKind.XML_ALIASES);
    }

    @Test
    void textIsATemplate() {
        assertEquals(
                new Numbered(
                        FileKind.TEXT_TEMPLATE,
                        Optional.empty(),
                        new TextTemplate(
                                List.of(new TemplateEntry(2, "a", Setting.of("P271", "1"))),
                                "",
                                List.of())),
                read("# a\nP271 = 1"));
    }

    @Test
    void oddBinaryIsReadAndSaysWhatIsOdd() {
        assertThat(numbered(RawCfg.file("P3=A&P3=B&gnkey=74ad")).oddities())
                .anyMatch(oddity -> oddity.startsWith("byte 21: P3 stands at byte 16 already"))
                .anyMatch(oddity -> oddity.startsWith("byte 32: gnkey is 74ad"));
    }

    @ParameterizedTest
    @CsvSource({"a b&, a+b&", "two words, two+words"})
    void plusThatMayBeASpaceIsTold(String value, String read) {
        byte[] form =
                CfgBinary.encode(
                        PHONE, PValues.of(Setting.of("P3", value)), Set.of(CfgVariant.FORM_SPACES));
        assertThat(numbered(form).oddities()).anyMatch(o -> o.contains("may have meant a space"));
        assertThat(numbered(form).template().settings()).containsExactly(Setting.of("P3", read));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|empty (empty file): there is nothing in the file",
                "dear phone|unknown (nothing that is known here): neither a config file",
                "<html>P34=hunter2</html>|xml-other (XML or HTML, but no provisioning XML): an"
                        + " HTML",
                "<gs_provision><config version='1'><P34>hunter2</P34></gs_provision>|line 1: an end"
                        + " tag of another",
                "<gs_provision><config version='1'><P34>hunter2</P34></config><config"
                        + " version='2'><item name='a'>b</item></config></gs_provision>|line 1:"
                        + " settings of version 1 and of version 2",
            })
    void whatHoldsNoSettingsIsRefusedByItsName(String file, String why) {
        assertRefused(file.replace("''", "").getBytes(StandardCharsets.UTF_8), why);
    }

    @Test
    void whatIsClosedIsRefusedByItsName() {
        byte[] xml = ProvisioningXml.write(PValues.of(Setting.of("P34", "hunter2")));
        byte[] sealed = Sealing.seal(xml, ConfigKey.of("p"), KeyDigest.MD5, Salt.random());
        assertRefused(sealed, "sealed (sealed with a salt, as openssl enc does): open it first");
        assertRefused(Base64.getEncoder().encode(sealed), "sealed-base64");
        byte[] encrypted = RawCfg.file("0123456789abcdef");
        encrypted[6] = (byte) 0xff;
        encrypted[7] = 1;
        RawCfg.seal(encrypted);
        assertRefused(encrypted, "cfg-encrypted");
        byte[] firmware = new byte[700];
        System.arraycopy(new byte[] {(byte) 0xf9, 0x7a, (byte) 0xc9, 0x23}, 0, firmware, 0, 4);
        assertRefused(firmware, "firmware-container");
        assertRefused(RawCfg.file("P34=hunter2"), "a config binary that cannot be read: body at");
    }

    @Property
    void anyBytesAreReadOrRefused(@ForAll byte[] noise) {
        try {
            assertThat(ImportedFile.read(noise).oddities()).isNotNull();
        } catch (TemplateException refused) {
            assertThat(refused).message().isNotBlank();
        }
    }

    private static void assertRefused(byte[] file, String why) {
        assertThatThrownBy(() -> ImportedFile.read(file))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining("hunter2");
    }

    private static Numbered numbered(String file) {
        return numbered(file.getBytes(StandardCharsets.UTF_8));
    }

    private static Numbered numbered(byte[] file) {
        return (Numbered) read(file);
    }

    private static ImportedFile read(String file) {
        return read(file.getBytes(StandardCharsets.UTF_8));
    }

    private static ImportedFile read(byte[] file) {
        return ImportedFile.read(file);
    }
}
