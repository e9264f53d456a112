package org.fingerpost.cli.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.fingerpost.cli.Ran;
import org.fingerpost.formats.pvalue.PValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchCommandTest {
    private static final String MAC = "000b82123456";

    @TempDir private Path folder;

    private Office office() {
        return new Office(folder);
    }

    @Test
    void holesAreFilledAndColumnsSetPValues() {
        var ran =
                office().run(
                                Office.TEMPLATE + "P237=config.example.net/p/${mac}\nP3=\n",
                                "MAC,model,ext,P34,P47\n00:0B:82:12:34:56,GXP2160,2001,s3cret,\n"
                                        + "000b.8212.3457,HT802,2002,,sip2.example.net\n");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
        assertThat(ran.text()).startsWith("2 made, 0 skipped, 0 refused in ");
        assertThat(office().binary(MAC))
                .isEqualTo(
                        PValues.builder()
                                .put("P47", "sip.example.net")
                                .put("P35", "2001")
                                .put("P270", "Desk 2001")
                                .put("P237", "config.example.net/p/" + MAC)
                                .put("P3", "")
                                .put("P34", "s3cret")
                                .build());
        assertThat(office().binary("000b82123457").toString())
                .contains("P47=sip2.example.net")
                .doesNotContain("P34");
        assertThat(new String(office().bytes("cfg" + MAC + ".xml"), StandardCharsets.UTF_8))
                .contains("<mac>000b82123456</mac>", "<P270>Desk 2001</P270>");
    }

    @Test
    void cellMayClearAndDollarBraceMayBePlain() {
        var ran =
                office().run(
                                "P47=a\nP3=[${name}]\nP4=$${name}\n",
                                "mac,name,P47\n" + MAC + ",${},${}\n");

        assertThat(ran.exit()).isZero();
        assertThat(office().binary(MAC).toString()).isEqualTo("[P47=, P3=[], P4=${name}]");
    }

    @Test
    void columnMakesAHoleInItsPValueNeedNoValue() {
        assertThat(office().run("P3=${name}\n", "mac,name,P3\n" + MAC + ",,Anna\n").exit())
                .isZero();
        assertThat(office().binary(MAC).toString()).isEqualTo("[P3=Anna]");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void listMayComeFromAnySpreadsheet(String separator) {
        String list =
                "\ufeffmac,ext,P3\r\n000b82123456,\"20\"\"01\",\"two\r\nlines\"\r\n,,\r\n\r\n"
                        .replace(",", separator);

        assertThat(office().run(Office.TEMPLATE, list).exit()).isZero();
        assertThat(office().binary(MAC).toString()).contains("P35=20\"01", "P3=two\r\nlines");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "P35=1        | address,ext  | no column is called mac",
                "P35=${ext}   | mac,extn     | template line 1: for the hole ${ext}",
                "P35=1        | mac,remark   | the column \"remark\" is neither",
                "P35=1        | mac,p047     | leading zeros",
                "P35=1        | mac,P3,P3    | two columns are called \"P3\"",
                "P35=1        | mac,,P3      | column 2 has no name",
                "P35=${ext    | mac,ext      | template line 1: a hole ${ that no } closes",
                "P35=${}      | mac,ext      | template line 1: a hole ${} without a name",
            })
    void whatIsWrongForAllIsSaidBeforeAnythingIsWritten(
            String template, String header, String why) {
        var ran = office().run(template, header + "\n000b82123456,a,b\n");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains(why).hasLineCount(1);
        assertThat(office().out()).doesNotExist();
    }

    @Test
    void vendorsTemplateIsReadAndWhatIsOddIsSaid() {
        String template = "# SIP server\n  P47 = sip.example.net\n  P35 = ${ext}\nP270\n";
        var ran = office().run(template, "mac,ext\n" + MAC + ",2001\n");

        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).contains("warning: template line 4: kept as a comment");
        assertThat(office().binary(MAC).toString()).isEqualTo("[P47=sip.example.net, P35=2001]");
    }

    @Test
    void columnMayBePassedOver() {
        String list = "mac,remark\n" + MAC + ",for Anna\n";
        assertThat(office().run("P3=1", list, "--ignore", "remark").exit()).isZero();
    }

    @Test
    void xmlInThePlaceOfATemplateIsRefused() {
        var ran =
                office().run(
                                "<gs_provision><config><P3>x</P3></config></gs_provision>",
                                "mac\n" + MAC);

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("provisioning XML, version 1", "template import");
        assertThat(office().out()).doesNotExist();
    }

    @Test
    void fileInThePlaceOfTheDirectoryIsCalledOne() {
        office().write("out", "");
        assertThat(office().run(Office.TEMPLATE, Office.devices(1)).err())
                .contains("is a file, and no directory");
    }

    @Test
    void sameAgainIsSkippedAndWhatChangedIsMade() throws IOException {
        office().run(Office.TEMPLATE, Office.devices(3));
        Path first = office().out().resolve("cfg000b82000000");
        var then = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Files.setLastModifiedTime(first, then);

        assertThat(office().run(Office.TEMPLATE, Office.devices(3)).text())
                .startsWith("0 made, 3 skipped");
        assertThat(office().run(Office.TEMPLATE, Office.devices(3).replace("2001", "7")).text())
                .startsWith("1 made, 2 skipped");
        assertThat(Files.getLastModifiedTime(first)).isEqualTo(then);
        Files.delete(first);
        assertThat(office().run(Office.TEMPLATE, Office.devices(3).replace("2001", "7")).text())
                .startsWith("1 made, 2 skipped");
        assertThat(office().run(Office.TEMPLATE + "P3=a\n", Office.devices(3)).text())
                .startsWith("3 made, 0 skipped");
        assertThat(office().binary("000b82000001").toString()).contains("P35=2001", "P3=a");
    }

    @Test
    void namesHavePrefixAndPostfixAroundTheWholeName() {
        office().run("P3=1", "mac\n" + MAC + "\n", "--prefix", "gs_", "--postfix", "_cfg003");

        assertThat(Office.files(office().out()))
                .containsOnlyKeys("gs_cfg000b82123456_cfg003", "gs_cfg000b82123456.xml_cfg003");
    }

    @Test
    void formatAndVariantAreAsAskedFor() {
        String list = "mac\n" + MAC + "\n";
        office().run("P3=a b", list, "--format", "binary", "--variant", "form-spaces");

        assertThat(Office.files(office().out())).containsOnlyKeys("cfg" + MAC);
        assertThat(new String(office().bytes("cfg" + MAC), StandardCharsets.ISO_8859_1))
                .contains("P3=a+b&");
    }

    @Test
    void templateIsHeldAgainstTheCatalogueOnce() {
        Path template = office().write("t", "P1349=pa55word\nP35=${ext}\n");
        Path list = office().write("l", Office.devices(5));
        String[] command = {
            "batch", "-t", template.toString(), "-o", office().out().toString(), list.toString()
        };

        var ran = Ran.with(command);
        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).contains("template line 1", "P1359").hasLineCount(1);
    }

    @Test
    void summaryIsJsonIfAskedFor() throws IOException {
        var ran = office().run(Office.TEMPLATE, Office.devices(2) + "x,1\n", "--json");

        var json = new ObjectMapper().readTree(ran.text());
        assertThat(json.get("made").asInt()).isEqualTo(2);
        assertThat(json.get("refused").asInt()).isEqualTo(1);
        assertThat(json.get("refusedList").asText()).endsWith("refused.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "batch",
                "batch --out x --format pdf",
                "batch --out x --variant pad3",
                "batch --out x --threads 0",
                "batch --out x --prefix a/b",
                "batch --out x --model FAX1",
                "batch --out x --seal --seal-column a",
                "batch --out x --order",
                "batch --out x --company a",
                "batch --out x --template -",
            })
    void usageThatIsNotUnderstoodExitsWithTwo(String line) {
        var ran = Ran.with(line.split(" "));

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("See fingerpost batch --help");
    }
}
