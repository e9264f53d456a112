package org.fingerpost.cli.template;

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

class TemplateCommandTest {
    private static final String VENDOR =
            "#####\r\n"
                    + "# Account Active. 0 - No, 1 - Yes\r\n"
                    + "P271 = 1\r\n\r\n"
                    + "# Name\r\n"
                    + "P3 = J\u00fcrgen\r\n";

    @TempDir private Path folder;

    @Test
    void vendorTemplateInLatin1BecomesCleanLinesWithItsComments() {
        byte[] latin1 = VENDOR.getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Ran.on(latin1, "template", "import").text())
                .contains(
                        "# Account Active. 0 - No, 1 - Yes\nP271=1\n", "# Name\nP3=J\u00fcrgen\n");
    }

    @Test
    void lineThatIsNoSettingIsKeptAndSaid() {
        var ran = Ran.on("P47=a\nsomething else\n", "template", "import");

        assertThat(ran.exit()).isZero();
        assertThat(ran.text()).contains("P47=a", "something else");
        assertThat(ran.err()).contains("line 2");
    }

    @Test
    void binaryAndXmlAreImportedToo() {
        byte[] binary = Ran.on("P47=a\n", "cfg", "encode", "--mac", "000b82123456").bytes();
        assertThat(Ran.on(binary, "template", "import").text()).isEqualTo("P47=a\n");
        byte[] xml = Ran.on("account.1.enable=Yes\n", "xml", "write").bytes();
        assertThat(Ran.on(xml, "template", "import").text()).isEqualTo("account.1.enable=Yes\n");
    }

    @Test
    void blanksAroundAValueOfXmlAreLeftOutOfTheTextAndKeptInTheJson() {
        String xml =
                "<gs_provision><config version=\"1\"><P47> a.example"
                        + "\t</P47></config></gs_provision>";
        Ran text = Ran.on(xml, "template", "import");
        assertThat(text.exit()).isZero();
        assertThat(text.text()).isEqualTo("P47=a.example\n");
        assertThat(text.err()).contains("line 1: blanks around the value of P47 are left out");
        Ran json = Ran.on(xml, "template", "import", "--json");
        assertThat(json.text()).contains("\" a.example\\t\"");
        assertThat(json.err()).isEmpty();
    }

    @Test
    void importedJsonCanBeEncoded() {
        byte[] json = Ran.on(VENDOR, "template", "import", "--json").bytes();
        var binary = Ran.on(json, "cfg", "encode", "--json", "--mac", "000b82123456");

        assertThat(Ran.on(binary.bytes(), "cfg", "decode").text())
                .isEqualTo("P271=1\nP3=J\u00fcrgen\n");
    }

    @Test
    void commentBehindAValueIsSaidAndLintKnowsWhatWasMeant() {
        String line = "P271=1      # account 1\n";

        assertThat(Ran.on(line, "template", "import").err()).contains("line 1", "like a comment");
        assertThat(Ran.on(line, "template", "lint").text()).contains("write P271=1\n");
    }

    @Test
    void sealedFileIsRefusedAsWhatItIs() {
        byte[] sealed = Ran.on("x", "xml", "seal", "--password", "a").bytes();
        var ran = Ran.on(sealed, "template", "import");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("sealed");
    }

    @Test
    void lintNamesLineRuleAndWhatWasMeant() {
        var ran =
                Ran.on(
                        "P271=1\nP212=HTTPS\nP237=https://example.net/p\n",
                        "template",
                        "lint",
                        "--family",
                        "GXP2160");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.text())
                .contains("error   line 2: P212", "P212=2", "line 3: P237", "3 settings, 2 errors");
        assertThat(Ran.on("P212=HTTPS", "template", "lint", "--json").text())
                .contains("\"rule\":\"choice\"", "\"line\":1");
    }

    @Test
    void unknownPValueIsAWarningUnlessStrict() {
        assertThat(Ran.on("P999999=1", "template", "lint").exit()).isZero();
        assertThat(Ran.on("P999999=1", "template", "lint", "--strict").exit()).isEqualTo(1);
    }

    @Test
    void holeThatBatchFillsIsNotJudgedButItsNumberIs() {
        var ran = Ran.on("P212=${protocol}\nP999999=${x}\n", "template", "lint");

        assertThat(ran.exit()).isZero();
        assertThat(ran.text()).doesNotContain("P212").contains("line 2: P999999");
        assertThat(Ran.on("P212=$${protocol}", "template", "lint").exit()).isEqualTo(1);
    }

    @Test
    void holesOfOtherTemplateEnginesAreNotJudgedEither() {
        Ran ran =
                Ran.on(
                        "P145={$dhcp_option_override}\nP212={{ scheme }}\nP271={yes}\n",
                        "template",
                        "lint",
                        "--family",
                        "HT801");
        assertThat(ran.text()).contains("P271").doesNotContain("P145", "P212");
    }

    @Test
    void misprintOfTheManualIsAcceptedWithAWarningThatHidesThePassword() {
        var ran = Ran.on("P1349=s3cr3t-word", "template", "lint");

        assertThat(ran.exit()).isZero();
        assertThat(ran.text()).contains("P1359").doesNotContain("s3cr3t");
    }

    @Test
    void diffComparesWhatIsSetWhateverTheForm() throws IOException {
        Path text = Files.writeString(folder.resolve("a.txt"), "# c\nP47 = a\nP34 = one\nP3 =\n");
        Path binary = folder.resolve("cfg000b82123456");
        encode("P34=one\nP47=a\nP3=\n", binary);
        assertThat(diff(text, binary).exit()).isZero();

        encode("P34=two\nP47=b\n", binary);
        var ran = diff(text, binary);
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.text())
                .isEqualTo("- P47=a\n+ P47=b\n- P34=********\n+ P34=********\n- P3=\n");
        assertThat(
                        Ran.with(
                                        "template",
                                        "diff",
                                        "--show-secrets",
                                        text.toString(),
                                        binary.toString())
                                .text())
                .contains("+ P34=two");
    }

    @Test
    void diffOfAFileThatIsNotThereExitsWithTwo() throws IOException {
        Path text = Files.writeString(folder.resolve("a.txt"), "P47=a");

        assertThat(diff(text, folder.resolve("none")).exit()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"template", "template diff a", "template lint --family NOPE9999"})
    void usageThatIsNotUnderstoodExitsWithTwo(String line) {
        assertThat(Ran.with(line.split(" ")).exit()).isEqualTo(2);
    }

    private static void encode(String lines, Path file) {
        Ran.on(lines, "cfg", "encode", "--mac", "000b82123456", "-o", file.toString());
    }

    private static Ran diff(Path old, Path young) {
        return Ran.with("template", "diff", old.toString(), young.toString());
    }
}
