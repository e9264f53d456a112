package org.fingerpost.cli.cfg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.fingerpost.cli.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are none, and outputs that cannot be had. */
class CfgFaultsTest {
    private static final String[] ENCODE = {"cfg", "encode", "--mac", "000b82123456"};

    @TempDir private Path folder;

    @Test
    void fileOfAnotherKindIsCalledByItsName() {
        var xml = Ran.on("P47=sip.example.net\n", "xml", "write");

        var ran = Ran.on(xml.bytes(), "cfg", "decode");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("provisioning XML, version 1", "fingerpost xml read");
        assertThat(Ran.on("P47=sip.example.net\n", "cfg", "decode").err())
                .contains("text template", "fingerpost template import");
        assertThat(Ran.on("", "cfg", "decode").err()).contains("empty file");
    }

    @Test
    void fileThatIsTooLongIsRefused() {
        var ran = Ran.on("P3=" + "ä".repeat(40_000), ENCODE);

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("131070");
    }

    @Test
    void folderThatIsMissingIsNamed() {
        String file = folder.resolve("nodir").resolve("x").toString();
        assertThat(Ran.on("P3=a", "cfg", "encode", "--mac", "000b82123456", "-o", file).err())
                .contains("there is no folder");
    }

    @Test
    void missingFileIsSaidInOneSentence() {
        var ran = Ran.with("cfg", "decode", folder.resolve("none").toString());

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(ran.err()).contains("none", "there is no such file");
    }

    @Test
    void outputThatFailsLeavesTheOldFile() throws IOException {
        Path file = Files.writeString(folder.resolve("cfg000b82123456"), "old");

        var ran = Ran.on("P47", "cfg", "encode", "--mac", "000b82123456", "-o", file.toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(file).hasContent("old");

        Ran.on("P47=a", "cfg", "encode", "--mac", "000b82123456", "-o", file.toString());
        assertThat(Ran.with("cfg", "decode", file.toString()).text()).isEqualTo("P47=a\n");
        assertThat(folder.toFile().list()).containsExactly("cfg000b82123456");
    }

    @Test
    void inspectorSaysWhereAFileIsDamaged() {
        byte[] file = Ran.on("P47=a", ENCODE).bytes();
        assertThat(Ran.on(file, "cfg", "inspect").exit()).isZero();

        file[4] ^= 1;
        var ran = Ran.on(file, "cfg", "inspect");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.text()).contains("at byte 4", "checksum");
        assertThat(Ran.on(file, "cfg", "inspect", "--json").text())
                .contains("\"kind\" : \"cfg-binary\"", "\"offset\" : 4");
    }

    @Test
    void encryptedFileIsRecognisedAndGoesNoFurther() {
        byte[] file =
                HexFormat.of().parseHex("000000108000ff0112345678" + "0d0a0d0a" + "aa".repeat(16));

        assertThat(Ran.on(file, "cfg", "inspect").text())
                .contains("encrypted by the vendor's tool");
        var decoded = Ran.on(file, "cfg", "decode");
        assertThat(decoded.exit()).isEqualTo(1);
        assertThat(decoded.err()).contains("encrypted");
    }

    @Test
    void noiseIsNothingThatIsKnown() {
        assertThat(Ran.on("hello", "cfg", "inspect").exit()).isEqualTo(1);
        assertThat(Ran.with("cfg", "inspect").exit()).isEqualTo(1);
    }
}
