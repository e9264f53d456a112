package org.fingerpost.cli.cfg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.fingerpost.cli.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CfgCommandTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/cfgbin");
    private static final String[] ENCODE = {"cfg", "encode", "--mac", "000b82123456"};

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01_voipinfo_basic",
                "02_sipx_simple",
                "03_redirect_minimal",
                "04_odd_body",
                "09_spaces",
                "12_empty_values",
                "13_empty_body",
                "14_mac_c074ad",
                "17_long_value"
            })
    void goldenLinesBecomeGoldenBytesAndComeBack(String name) throws IOException {
        byte[] lines = Files.readAllBytes(GOLDEN.resolve(name + ".params"));
        String mac = Files.readString(GOLDEN.resolve(name + ".mac")).strip();
        byte[] binary = Files.readAllBytes(GOLDEN.resolve(name + ".bin"));

        assertThat(Ran.on(lines, "cfg", "encode", "--mac", mac).bytes()).isEqualTo(binary);
        assertThat(Ran.on(binary, "cfg", "decode").text().strip())
                .isEqualTo(new String(lines, StandardCharsets.UTF_8).strip());
    }

    @Test
    void valuesAreTakenAsTheyAreAndCommentsAreNot() {
        var file = Ran.on("# a comment\r\nP3= two  blanks \r\n\nP33=*97#=\n", ENCODE);

        assertThat(file.exit()).isZero();
        assertThat(Ran.on(file.bytes(), "cfg", "decode").text())
                .isEqualTo("P3= two  blanks \nP33=*97#=\n");
    }

    @Test
    void carriageReturnInsideALineIsRefusedAndNotSwallowed() {
        var ran = Ran.on("P3=a\r\nP47=a.example\rP35=2001\rP36=2001", ENCODE);

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("line 2", "CR", "--json").doesNotContain("2001");
        assertThat(ran.bytes()).isEmpty();
        assertThat(Ran.on("P3=a\r", ENCODE).bytes()).isEqualTo(Ran.on("P3=a", ENCODE).bytes());
    }

    @Test
    void outputMayBeReadByWhoeverTheUserLetsReadHisFiles(@TempDir Path folder) throws IOException {
        Path other = Files.writeString(folder.resolve("other"), "");
        Path file = folder.resolve("cfg000b82123456");
        assumeTrue(Files.getFileStore(file.getParent()).supportsFileAttributeView("posix"));

        Ran.on("P3=a", "cfg", "encode", "--mac", "000b82123456", "-o", file.toString());
        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(Files.getPosixFilePermissions(other));
        var secret = PosixFilePermissions.fromString("rw-------");
        Files.setPosixFilePermissions(file, secret);
        Ran.on("P3=b", "cfg", "encode", "--mac", "000b82123456", "-o", file.toString());
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(secret);
    }

    @Test
    void lineBreakInAValueTravelsAsJsonAndNotAsLines() {
        String pem = "-----BEGIN X-----\\nAA==\\n-----END X-----";
        String json = "{\"settings\":[{\"p\":\"P2386\",\"value\":\"" + pem + "\"}]}";
        var file = Ran.on(json, "cfg", "encode", "--json", "--mac", "000b82123456");

        var lines = Ran.on(file.bytes(), "cfg", "decode");
        assertThat(lines.exit()).isEqualTo(1);
        assertThat(lines.err()).contains("P2386", "line break", "--json");
        assertThat(lines.bytes()).isEmpty();
        var again = Ran.on(file.bytes(), "cfg", "decode", "--json");
        assertThat(Ran.on(again.bytes(), "cfg", "encode", "--json").bytes())
                .isEqualTo(file.bytes());
    }

    @ParameterizedTest
    @CsvSource({
        "P47 = sip.example.net, line 1, template import",
        "P47, line 1, Pn=value",
        "p47=1, line 1, capital P",
        "P047=1, line 1, leading zeros",
        "'P1=a\nP2=\u0001', line 2, no file for a phone can carry"
    })
    void badLineIsNamed(String lines, String where, String why) {
        var ran = Ran.on(lines, ENCODE);

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains(where, why);
        assertThat(ran.bytes()).isEmpty();
    }

    @Test
    void valueOfASecretIsNotInTheComplaint() {
        assertThat(Ran.on("P34=hunter2\u0002", ENCODE).err())
                .contains("P34")
                .doesNotContain("hunt");
        assertThat(Ran.on("P34hunter2", ENCODE).err()).doesNotContain("hunter2");
    }

    @Test
    void settingThatStandsTwiceIsWarnedOf() {
        var ran = Ran.on("P47=a\nP47=b\n", ENCODE);

        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).contains("line 2: P47");
        assertThat(Ran.on(ran.bytes(), "cfg", "decode").text()).isEqualTo("P47=b\n");
    }

    @Test
    void variantsDifferAsTheySay() {
        var variants =
                Ran.on(
                        "P3=a b",
                        "cfg",
                        "encode",
                        "--mac",
                        "C0:74:AD:00:00:01",
                        "--variant",
                        "pad4,form-spaces",
                        "--variant",
                        "gnkey-from-mac");

        assertThat(new String(variants.bytes(), StandardCharsets.ISO_8859_1))
                .contains("P3=a+b&gnkey=74ad");
        assertThat(variants.bytes().length % 4).isZero();
        assertThat(Ran.on(variants.bytes(), "cfg", "decode", "--plus-is-space").text())
                .isEqualTo("P3=a b\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cfg",
                "cfg encode",
                "cfg encode --mac 12",
                "cfg encode --mac 000b82123456 --variant pad3",
                "cfg decode a b"
            })
    void usageThatIsNotUnderstoodExitsWithTwo(String line) {
        var ran = Ran.with(line.split(" "));

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("See fingerpost cfg");
    }

    @Test
    void commandThatIsNoneBringsTheOneThatWasMeant() {
        assertThat(Ran.with("cfg", "encod", "--mac", "000b82123456").err())
                .contains("there is no \"encod\" here; is it encode");
    }

    @Test
    void commandOneFloorDownIsPointedOut() {
        assertThat(Ran.with("encode").err()).contains("is it cfg encode?");
        assertThat(Ran.with("cfg", "--mac", "0", "encode").err()).contains("behind the command");
    }

    @Test
    void whatADecodedFileHidesIsHintedAt() {
        byte[] form =
                Ran.on(
                                "P3=a b",
                                "cfg",
                                "encode",
                                "--mac",
                                "000b82123456",
                                "--variant",
                                "form-spaces")
                        .bytes();
        assertThat(Ran.on(form, "cfg", "decode").err()).contains("--plus-is-space");
        assertThat(Ran.on(form, "cfg", "decode", "--plus-is-space").err()).doesNotContain("plus");
    }
}
