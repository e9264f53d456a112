package org.fingerpost.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.fingerpost.formats.alias.AliasSetting;
import org.fingerpost.formats.alias.AliasSettings;
import org.fingerpost.formats.cfg.CfgBinary;
import org.fingerpost.formats.cfg.CfgFile;
import org.fingerpost.formats.inspect.FileKind;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.request.RequestedFile;
import org.fingerpost.formats.request.UserAgent;
import org.fingerpost.formats.seal.ConfigKey;
import org.fingerpost.formats.seal.KeyDigest;
import org.fingerpost.formats.seal.Salt;
import org.fingerpost.formats.seal.Sealing;
import org.fingerpost.formats.template.TextTemplate;
import org.fingerpost.formats.text.LineReader;
import org.fingerpost.formats.xml.AliasLayout;
import org.fingerpost.formats.xml.AliasXml;
import org.fingerpost.formats.xml.ProvisioningXml;
import org.fingerpost.formats.xml.XmlFile;
import org.junit.jupiter.api.Test;

/** The pages in docs/formats say what the code does. */
class FormatPagesTest {

    @Test
    void workedBinaryIsWhatTheCodeWritesAndReads() throws IOException {
        FormatPage page = FormatPage.read("cfg-binary.md");
        assertArrayEquals(page.bytes(), CfgBinary.encode(page.mac(), page.settings()));
        assertEquals(new CfgFile(page.mac(), page.settings()), CfgBinary.decode(page.bytes()));
        assertThat(page.text()).contains("becomes " + page.bytes().length + " bytes");
    }

    @Test
    void workedXmlIsWhatTheCodeWrites() throws IOException {
        FormatPage page = FormatPage.read("provisioning-xml.md");
        assertArrayEquals(page.bytes(), ProvisioningXml.write(page.mac(), page.settings()));
        assertThat(page.text()).contains("becomes " + page.bytes().length + " bytes");
    }

    @Test
    void workedXmlOfVersionTwoIsWhatTheCodeWritesAndReads() throws IOException {
        FormatPage page = FormatPage.read("provisioning-xml.md");
        byte[] file = page.bytes("hex version 2");
        List<String> lines = page.block("settings version 2").lines().toList();
        MacAddress mac = MacAddress.parse(lines.getFirst().substring("mac=".length()));
        AliasSettings settings =
                AliasSettings.of(
                        lines.stream()
                                .skip(1)
                                .map(line -> line.split("=", 2))
                                .map(pair -> AliasSetting.of(pair[0], pair[1]))
                                .toList());
        assertArrayEquals(file, AliasXml.write(mac, settings, AliasLayout.PARTS));
        assertEquals(new XmlFile.Named(Optional.of(mac), settings, List.of()), XmlFile.read(file));
        assertThat(page.text()).contains("in parts, " + file.length + " bytes of version 2");
    }

    @Test
    void workedTemplateIsReadAndWrittenAsThePageSays() throws IOException {
        FormatPage page = FormatPage.read("text-template.md");
        TextTemplate read = TextTemplate.read(page.bytes());
        assertEquals(page.block("text"), new String(read.write(), StandardCharsets.UTF_8));
        assertEquals(page.block("oddities").lines().toList(), read.oddities());
        assertThat(page.text())
                .contains("These " + page.bytes().length + " bytes")
                .contains("%,d characters".formatted(LineReader.MAX_LINE))
                .contains("%,d settings".formatted(LineReader.MAX_SETTINGS))
                .contains(LineReader.MAX_BYTES / (1 << 20) + " MiB");
    }

    @Test
    void workedSealIsWhatTheCodeSealsAndOpensWithTheKeyOfThePage()
            throws IOException, GeneralSecurityException {
        FormatPage page = FormatPage.read("sealing.md");
        byte[] plain = page.block("xml").getBytes(StandardCharsets.UTF_8);
        byte[] sealed = page.bytes();
        assertThat(page.text())
                .contains("%d bytes, under the password `password`".formatted(plain.length))
                .contains("the file has %d bytes".formatted(sealed.length));
        var salt = Salt.parse("0001020304050607");
        assertArrayEquals(
                sealed, Sealing.seal(plain, ConfigKey.of("password"), KeyDigest.MD5, salt));
        List<byte[]> derived =
                page.block("derived")
                        .lines()
                        .map(line ->
                                HexFormat.of().parseHex(line, line.indexOf('=') + 1, line.length()))
                        .toList();
        var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(derived.getFirst(), "AES"),
                new IvParameterSpec(derived.getLast()));
        assertArrayEquals(plain, cipher.doFinal(sealed, 16, sealed.length - 16));
    }

    @Test
    void kindsOfFilesAreThoseOfTheTable() throws IOException {
        assertThat(FormatPage.read("inspection.md").text().lines())
                .filteredOn(line -> line.startsWith("| `") && !line.matches("\\| `[A-Z].*"))
                .extracting(line -> line.split(" \\| ")[0] + " | " + line.split(" \\| ")[1])
                .containsExactlyElementsOf(
                        Arrays.stream(FileKind.values())
                                .map(kind -> "| `" + kind.id() + "` | " + kind.meaning())
                                .toList());
    }

    @Test
    void workedRequestIsReadAsThePageSays() throws IOException {
        FormatPage page = FormatPage.read("requests.md");
        String[] lines = new String(page.bytes(), StandardCharsets.US_ASCII).split("\r\n");
        String file = RequestedFile.of(lines[0].split(" ")[1]).toString();
        String agent = UserAgent.parse(lines[1].substring("User-Agent: ".length())).toString();
        assertThat(page.text()).contains("is read as `" + file + "`, asked for by `" + agent + "`");
    }

    @Test
    void pathsAreReadAsTheTableSays() throws IOException {
        List<List<String>> rows = FormatPage.read("requests.md").rows("/");
        assertThat(rows).hasSize(10);
        rows.forEach(row -> assertEquals(row.get(1), RequestedFile.of(row.get(0)).toString()));
    }

    @Test
    void headersAreReadAsTheTableSays() throws IOException {
        FormatPage page = FormatPage.read("requests.md");
        assertThat(page.rows("Grandstream ")).hasSize(8).allSatisfy(FormatPagesTest::assertHeader);
        assertThat(page.rows("Mozilla")).hasSize(1).allSatisfy(FormatPagesTest::assertHeader);
    }

    private static void assertHeader(List<String> row) {
        UserAgent agent = UserAgent.parse(row.get(0));
        assertEquals(row.get(1), agent.model().orElse(""));
        assertEquals(row.get(2), agent.hardware().orElse(""));
        assertEquals(row.get(3), agent.version().orElse(""));
        String macs =
                agent.macs().stream().map(MacAddress::toString).collect(Collectors.joining(" "));
        assertEquals(row.get(4), macs);
    }
}
