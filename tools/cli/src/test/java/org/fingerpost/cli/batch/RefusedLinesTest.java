package org.fingerpost.cli.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.fingerpost.cli.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines that are refused while the others are finished. */
class RefusedLinesTest {
    private static final String MAC = "000b82123456";

    @TempDir private Path folder;

    private Office office() {
        return new Office(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "000b8212345,2001,a   | the column mac holds no MAC address",
                "b82123456,2001,a     | spreadsheets take zeros away",
                "s3cret,2001,a        | twelve hexadecimal digits",
                ",2001,a              | the column mac is empty",
                "010b82123456,2001,a  | is no device's MAC address",
                "000b82123456,,a      | the hole ${ext} of P35 has no value",
                "000b82123456,2001    | it has 2 cells, the header 3",
                "000b82123456,1,a,b   | it has 4 cells, the header 3",
                "000b82000001,2001,a  | its MAC address stands on line 2 already",
                "000b82123456,\u0001,a| no file for a phone can carry: U+0001",
                "000b82123456,\ufffd,a| the column \"ext\" is not UTF-8",
            })
    void badLineIsRefusedAndTheRestIsFinished(String line, String why) throws IOException {
        String list = "mac,ext,P34\n000b82000001,2000,x\n" + line + "\n000b82000002,2002,y\n";

        var ran = office().run(Office.TEMPLATE, list);

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).startsWith("line 3 refused: ").contains(why).hasLineCount(1);
        assertThat(ran.err()).doesNotContain("s3cret");
        assertThat(ran.text()).startsWith("2 made, 0 skipped, 1 refused in ");
        assertThat(Office.files(office().out()))
                .containsOnlyKeys(
                        "cfg000b82000001",
                        "cfg000b82000001.xml",
                        "cfg000b82000002",
                        "cfg000b82000002.xml",
                        "refused.csv");
        assertThat(Files.readString(office().out().resolve("refused.csv")))
                .startsWith("mac,ext,P34,line,reason\r\n" + line + ",3,")
                .contains(why.replace("\"", "\"\""));
    }

    @Test
    void refusedAreMendedAndRun() throws IOException {
        office().run(Office.TEMPLATE, "mac,ext\n000b82000001,1\n000b8200000,2\n");
        Path refused = office().out().resolve("refused.csv");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(refused)))
                .isEqualTo("rw-------");
        String mended = Files.readString(refused).replace("000b8200000,", "000b82000002,");

        assertThat(office().run(Office.TEMPLATE, mended).exit()).isZero();
        assertThat(Office.files(office().out()))
                .hasSize(4)
                .containsKey("cfg000b82000002")
                .doesNotContainKey("refused.csv");
    }

    @Test
    void listOfTheRefusedIsNotReadWhileItIsWritten() throws IOException {
        office().run(Office.TEMPLATE, "mac,ext\n000b8200000,2\n");
        Path refused = office().out().resolve("refused.csv");

        var ran = Ran.with("batch", "-o", office().out().toString(), refused.toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("copy it");
        assertThat(refused).isNotEmptyFile();
    }

    @Test
    void manyRefusedDoNotFloodTheScreen() {
        var ran = office().run(Office.TEMPLATE, "mac,ext\n" + "x,1\n".repeat(500));

        assertThat(ran.err().lines()).hasSize(21);
        assertThat(ran.text()).contains("500 refused");
    }

    @Test
    void quoteThatDoesNotCloseRefusesItsLineAndNoOther() throws IOException {
        String list =
                """
                mac,ext
                000b82000000,"7
                000b82000001,"8 ""a""
                ""b""
                9"
                000b82000002,"1"0
                000b82000003,5" display
                000b82000004,"never
                000b82000005,""
                000b82000006,11
                """;
        var ran = office().run("P3=${ext}", list);

        assertThat(ran.exit()).isEqualTo(1);
        String why = " refused: a quote in it does not close, or something follows one that did";
        assertThat(ran.err()).contains("line 2" + why, "line 6" + why, "line 8" + why);
        assertThat(ran.err()).contains("line 9 refused: ");
        assertThat(ran.text()).startsWith("3 made, 0 skipped, 4 refused");
        assertThat(Files.readString(office().out().resolve("refused.csv")))
                .contains("\"000b82000002,\"\"1\"\"0\",6,\"a quote");
        assertThat(Files.readString(office().out().resolve("cfg000b82000001.xml")))
                .contains("<P3>8 &quot;a&quot;\n&quot;b&quot;\n9</P3>");
    }
}
