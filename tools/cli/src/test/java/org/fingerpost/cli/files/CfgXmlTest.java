package org.fingerpost.cli.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.cli.loopback.CfgFiles.golden;
import static org.fingerpost.cli.loopback.CfgFiles.goldenText;
import static org.fingerpost.cli.loopback.CfgFiles.xml;
import static org.fingerpost.cli.loopback.CfgFiles.xmlFor;

import java.util.List;
import java.util.Optional;
import org.fingerpost.cli.files.Flaw.Kind;
import org.fingerpost.cli.loopback.CfgFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CfgXmlTest {
    private static final Mac PHONE = new Mac(CfgFiles.MAC);

    @Test
    void manualsExampleReadsAsWritten() {
        var file = accepted(golden("sealed-xml/x1_seed_example.xml"));

        assertThat(file.values())
                .containsEntry("P271", "0")
                .containsEntry("P270", "Account name")
                .hasSize(2);
        assertThat(file.mac()).contains("000b82123456");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x1_seed_example", "x2_min", "x4_block_aligned", "x6_nosalt"})
    void sealedFileReadsAsThePlainOne(String name) {
        var password = Optional.of(goldenText("sealed-xml/" + name + ".password").stripTrailing());
        var sealed = CfgXml.read(golden("sealed-xml/" + name + ".enc"), PHONE, password);

        assertThat(sealed).isEqualTo(accepted(golden("sealed-xml/" + name + ".xml")));
    }

    @Test
    void fileSealedWithSha256IsRefusedAndTheReasonNamed() {
        var file = golden("sealed-xml/x8_NEG_sha256_default.enc");

        assertThat(refused(file, Optional.of("password")))
                .containsExactly(
                        new Flaw(
                                Kind.SEAL,
                                "is sealed with a key made by SHA-256; phones make it by MD5"
                                        + " (openssl: -md md5)"));
    }

    @Test
    void sealedFileWithoutOrWithTheWrongPasswordIsRefused() {
        var file = golden("sealed-xml/x1_seed_example.enc");

        assertThat(refused(file, Optional.empty()))
                .extracting(Flaw::kind)
                .containsExactly(Kind.SEAL);
        assertThat(refused(file, Optional.of("passwore")))
                .containsExactly(new Flaw(Kind.SEAL, "does not open with the phone's P1359"));
    }

    @Test
    void base64IsRefused() {
        var flaws =
                refused(
                        golden("sealed-xml/x1_seed_example.NEG_base64.txt"),
                        Optional.of("password"));

        assertThat(flaws).extracting(Flaw::kind).containsExactly(Kind.SEAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"000b82123456", "000B82123456", "00:0B:82:12:34:56", ""})
    void ownMacInAnySpellingOrNoneIsAccepted(String mac) {
        assertThat(accepted(xmlFor(mac, "<P47>a</P47>")).values()).containsEntry("P47", "a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"000b82123457", "nonsense", "000b8212345"})
    void otherMacIsRefused(String mac) {
        assertThat(refused(xmlFor(mac, "<P47>a</P47>"), Optional.empty()))
                .extracting(Flaw::kind)
                .containsExactly(Kind.MAC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<gs_provision><config></gs_provision>",
                "<other><config/></other>",
                "<gs_provision/>",
                "<gs_provision><config version=\"2\"><item"
                        + " name=\"a.b\">c</item></config></gs_provision>",
                "<!DOCTYPE gs_provision [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                        + "<gs_provision><config><P2>&x;</P2></config></gs_provision>",
                "",
                "<gs_provision><config><!-- a -- b --></config></gs_provision>",
            })
    void whatIsNoProvisioningFileIsRefused(String text) {
        assertThat(refused(text.getBytes(UTF_8), Optional.empty()))
                .extracting(Flaw::kind)
                .containsExactly(Kind.XML);
    }

    @Test
    void entitiesAreResolvedEmptyValuesKeptAndOtherNamesPutAside() {
        var file =
                accepted(xml("<P270>a &lt;&amp;&gt; &#252;</P270>", "<P271/>", "<item>x</item>"));

        assertThat(file.values())
                .containsEntry("P270", "a <&> ü")
                .containsEntry("P271", "")
                .hasSize(2);
        assertThat(file.ignored()).containsExactly("item");
    }

    @Test
    void flawsDoNotQuoteTheFile() {
        assertThat(
                        CfgXml.read("<P2>hunter2</P3>".getBytes(UTF_8), PHONE, Optional.empty())
                                .toString())
                .doesNotContain("hunter2");
    }

    private static Reading.Accepted accepted(byte[] file) {
        return (Reading.Accepted) CfgXml.read(file, PHONE, Optional.empty());
    }

    private static List<Flaw> refused(byte[] file, Optional<String> password) {
        return ((Reading.Refused) CfgXml.read(file, PHONE, password)).flaws();
    }
}
