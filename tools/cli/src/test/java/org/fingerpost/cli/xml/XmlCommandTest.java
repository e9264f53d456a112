package org.fingerpost.cli.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fingerpost.cli.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlCommandTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/sealed-xml");

    @TempDir private Path folder;

    @Test
    void binaryIsCalledByItsName() {
        var file = Ran.on("P47=a.example\n", "cfg", "encode", "--mac", "000b82123456");

        var ran = Ran.on(file.bytes(), "xml", "read");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("config binary", "fingerpost cfg decode");
    }

    @Test
    void linesOfPValuesAreVersionOneAndComeBack() {
        String lines = "P271=1\nP270=Front & <Desk>\nP48=\n";
        var xml = Ran.on(lines, "xml", "write", "--mac", "00:0B:82:12:34:56");

        assertThat(xml.text())
                .contains("<mac>000b82123456</mac>", "<config version=\"1\">", "&lt;Desk&gt;");
        assertThat(Ran.on(xml.bytes(), "xml", "read").text()).isEqualTo(lines);
    }

    @ParameterizedTest
    @ValueSource(strings = {"items", "parts"})
    void linesOfAliasesAreVersionTwoAndComeBack(String layout) {
        String lines = "account.1.enable=Yes\naccount.1.name=Front Desk\n";
        var xml = Ran.on(lines, "xml", "write", "--layout", layout);

        assertThat(xml.text()).contains("<config version=\"2\">").doesNotContain("<mac>");
        assertThat(Ran.on(xml.bytes(), "xml", "read").text()).isEqualTo(lines);
        byte[] json = Ran.on(xml.bytes(), "xml", "read", "--json").bytes();
        assertThat(Ran.on(json, "xml", "write", "--json", "--layout", layout).bytes())
                .isEqualTo(xml.bytes());
    }

    @Test
    void bothKindsInOneFileAreRefused() {
        var ran = Ran.on("P47=a\naccount.1.enable=Yes\n", "xml", "write");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("line 2");
    }

    @Test
    void whatIsPassedOverIsSaid() {
        var ran =
                Ran.on(
                        "<gs_provision><config"
                                + " version=\"1\"><P47>a</P47><x/></config></gs_provision>",
                        "xml",
                        "read");

        assertThat(ran.text()).isEqualTo("P47=a\n");
        assertThat(ran.err()).contains("warning: line 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x1_seed_example",
                "x2_min",
                "x4_block_aligned",
                "x6_nosalt",
                "x8_NEG_sha256_default"
            })
    void goldenSealedFilesOpenUnderTheirDigest(String name) throws IOException {
        String digest = name.contains("sha256") ? "SHA256" : "md5"; // as people write it
        byte[] sealed = Files.readAllBytes(GOLDEN.resolve(name + ".enc"));
        String password = Files.readString(GOLDEN.resolve(name + ".password")).strip();

        var ran = Ran.on(sealed, "xml", "open", "--password", password, "--md", digest);

        assertThat(ran.exit()).isZero();
        assertThat(ran.bytes()).isEqualTo(Files.readAllBytes(GOLDEN.resolve(name + ".xml")));
    }

    @Test
    void sealedUnderAPasswordOfAFileOpensAgain() throws IOException {
        String key = Files.writeString(folder.resolve("key"), "Tq8;x!Zw2#rL0v\n").toString();
        byte[] plain = "<gs_provision/>".getBytes(StandardCharsets.UTF_8);

        byte[] sealed = Ran.on(plain, "xml", "seal", "--password-file", key).bytes();
        assertThat(new String(sealed, 0, 8, StandardCharsets.US_ASCII)).isEqualTo("Salted__");
        assertThat(Ran.on(sealed, "xml", "open", "--password-file", key).bytes()).isEqualTo(plain);
        assertThat(Ran.on(plain, "xml", "seal", "--password-file", key, "--no-salt").bytes())
                .hasSize(16)
                .isEqualTo(
                        Ran.on(plain, "xml", "seal", "--password-file", key, "--no-salt").bytes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "with blank", "umläut", "12345678901234567890123456789012345678901"})
    void passwordThatNoPhoneTakesIsRefusedAndNotQuoted(String password) {
        var ran = Ran.on("x", "xml", "seal", "--password", password);

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("P1359");
        assertThat(password.isEmpty() || !ran.err().contains(password)).isTrue();
        assertThat(ran.bytes()).isEmpty();
    }

    @Test
    void wrongPasswordExitsWithOne() throws IOException {
        byte[] sealed = Files.readAllBytes(GOLDEN.resolve("x1_seed_example.enc"));

        var ran = Ran.on(sealed, "xml", "open", "--password", "nearly-right");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("does not open").doesNotContain("nearly-right");
    }

    @Test
    void sealedInBase64IsSaidToBeSo() throws IOException {
        byte[] base64 = Files.readAllBytes(GOLDEN.resolve("x1_seed_example.NEG_base64.txt"));

        assertThat(Ran.on(base64, "xml", "open", "--password", "a").err()).contains("base64 -d");
    }

    @Test
    void sealedFileIsNotReadAsXml() throws IOException {
        byte[] sealed = Files.readAllBytes(GOLDEN.resolve("x1_seed_example.enc"));

        assertThat(Ran.on(sealed, "xml", "read").err()).contains("fingerpost xml open");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xml",
                "xml seal",
                "xml seal --password a --password-file b",
                "xml open --password a --md sha1",
                "xml seal --password a --salt 12",
                "xml seal --password-file -",
                "xml write --layout rows",
                "xml write --mac 12"
            })
    void usageThatIsNotUnderstoodExitsWithTwo(String line) {
        var ran = Ran.with(line.split(" "));

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("See fingerpost xml");
    }
}
