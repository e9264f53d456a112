package org.fingerpost.formats.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.fingerpost.formats.inspect.Inspection.Fact;
import org.fingerpost.formats.inspect.Inspection.Fault;
import org.fingerpost.formats.inspect.Inspection.Severity;
import org.fingerpost.formats.markup.MarkupException;
import org.fingerpost.formats.template.TemplateException;
import org.fingerpost.formats.template.TextTemplate;
import org.fingerpost.formats.xml.XmlFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlInspectionTest {

    private static final String XML =
            """
            <?xml version="1.0"?>
            <gs_provision version="1">
            <mac>000b82123456</mac>
            <config version="1">
            <P34>hunter2</P34>
            <P4>b</P4>
            </config>
            </gs_provision>
            """;

    @Test
    void soundXmlTellsWhomItIsForAndWhatItHolds() {
        Inspection found = inspect(XML);
        assertThat(found.faults()).isEmpty();
        assertThat(found.facts())
                .contains(
                        new Fact("encoding", "UTF-8"),
                        new Fact("root element", "gs_provision"),
                        new Fact("MAC address", "000b82123456"),
                        new Fact("settings", "2, 1 of them secret"));
        assertThat(
                        inspect(
                                        "<gs_provision><config version='2'><item name='a'><part"
                                            + " name='password'>hunter2</part></item></config></gs_provision>")
                                .facts())
                .contains(new Fact("settings", "1, 1 of them secret"));
    }

    @Test
    void behindAnAmpersandThatBeginsNothingTheRestIsJudgedToo() {
        Inspection found =
                inspect(XML.replace("hunter2", "a&b < c").replace("<P4>", "<P34>x</P34><P4>"));
        assertThat(found.kind()).isEqualTo(FileKind.XML_P_VALUES);
        assertThat(found.faults())
                .containsExactly(
                        new Fault(100, Severity.ERROR, "an ampersand that begins no reference"),
                        new Fault(103, Severity.ERROR, "a < that begins no tag"),
                        new Fault(
                                113,
                                Severity.WARNING,
                                "P34 stands at byte 94 already: this one counts"));
    }

    /** The at sign shows where the fault is, and is no part of the file. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "</P34>|</@P43>|XML_P_VALUES|ERROR|an end tag of another element",
                "hunter2|hunter2@&x;|XML_P_VALUES|ERROR|a reference to an entity",
                "<config|<!-- a --> @x<config|XML_P_VALUES|WARNING|text outside the config",
                "<gs_p|@<!DOCTYPE a><gs_p|XML_OTHER|ERROR|a document type, which is never read",
                "<mac>000b82123456|@<mac>{mac}|XML_P_VALUES|ERROR|holds no MAC address",
                "<config|@<mac>000b82123457</mac><config|XML_P_VALUES|WARNING|a second mac element",
                "<P4>b</P4>|@<p4>b</p4>|XML_P_VALUES|WARNING|an element that is no P-value",
                "<P4>|@<P34>c</P34><P4>|XML_P_VALUES|WARNING|P34 stands at byte 94 already",
                "<P4>|@<!-- a -- b --><P4>|XML_P_VALUES|WARNING|two hyphens",
                "<config version=\"1\">|@<config version=\"3\">|XML_OTHER|WARNING|neither 1 nor 2",
                "<config version=\"1\">|@<config>|XML_P_VALUES|WARNING|does not tell its version",
                "</config>|</config><config version='2'>@<item name='a'/></config>|XML_P_VALUES|"
                        + "ERROR|of version 1 and of version 2",
                "<gs_provision version|@<gs_provisioning version|XML_OTHER|ERROR|is not"
                        + " gs_provision",
                "b</P4>|b@\u0001</P4>|XML_P_VALUES|ERROR|a character that XML does not allow",
            })
    void faultOfXmlIsNamedWithItsOffset(
            String good, String bad, FileKind kind, Severity severity, String sentence) {
        String marked = XML.replace(good, bad);
        int offset = marked.indexOf('@');
        // An end tag is known by its beginning.
        int at = marked.startsWith("</@", offset - 2) ? offset - 2 : offset;
        Inspection found = inspect(marked.replace("@", ""));
        assertEquals(kind, found.kind());
        assertFault(found, at, severity, sentence);
        assertThat(found.toString()).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, ''",
        "UTF-8, \ufeff",
        "UTF-16LE, \ufeff",
        "UTF-16BE, \ufeff",
        "ISO-8859-1, '<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>'",
    })
    void offsetIsThatOfTheFileInAnyEncoding(String charset, String start) {
        boolean wide = !charset.startsWith("ISO");
        String before =
                start
                        + "<gs_provision><config version=\"1\"><P3>é"
                        + (wide ? "€\ud83d\ude00" : "")
                        + "</P3>";
        String text = before + "<x/></config></gs_provision>";
        Charset encoding = Charset.forName(charset);
        Inspection found = Inspector.inspect(text.getBytes(encoding));
        assertEquals(FileKind.XML_P_VALUES, found.kind());
        assertFault(
                found, before.getBytes(encoding).length, Severity.WARNING, "that is no P-value");
    }

    @Test
    void octetsThatAreNotOfTheEncodingAreNamedWithTheirOffset() {
        byte[] file = XML.replace("b</P4>", "\u00ff</P4>").getBytes(StandardCharsets.ISO_8859_1);
        assertFault(
                Inspector.inspect(file), XML.indexOf("b</P4>"), Severity.ERROR, "are not UTF-8");
    }

    @Test
    void thousandWarningsAreEnough() {
        assertThat(inspect("x\n".repeat(5_000) + "P1=1").faults()).hasSize(1_001);
        assertThat(
                        inspect(
                                        "<gs_provision><config version='1'>"
                                                + "<x/>".repeat(5_000)
                                                + "</config></gs_provision>")
                                .faults())
                .hasSize(1_001)
                .last()
                .extracting(Fault::sentence)
                .isEqualTo("and more from here on, which is not told");
    }

    /** But for a MAC address that is none, which our reader passes over and phones do not. */
    @Test
    void whatIsSoundIsReadAndWhatIsReadIsSound() {
        var random = new Random(20261125);
        String[] seeds = {XML, "# a\r\nP34 = hunter2\r\n\r\nP3=é"};
        int sound = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] file = seeds[i % 2].getBytes(StandardCharsets.UTF_8);
            for (int n = random.nextInt(4); n > 0; n--) {
                file[random.nextInt(file.length)] = (byte) random.nextInt(256);
            }
            Inspection found = Inspector.inspect(file);
            assertThat(found.toString()).doesNotContain("hunter");
            assertThat(found.faults()).allMatch(f -> f.offset() >= 0 && f.offset() <= file.length);
            boolean macless = found.toString().contains("holds no MAC address");
            switch (found.kind()) {
                case XML_P_VALUES, XML_ALIASES ->
                        assertEquals(isXml(file), found.isSound() || macless && isXml(file));
                case TEXT_TEMPLATE -> assertEquals(isTemplate(file), found.isSound());
                default -> {}
            }
            sound += found.isSound() ? 1 : 0;
        }
        assertThat(sound).as("mutants that are still files").isBetween(1_000, 19_000);
    }

    private static boolean isXml(byte[] file) {
        try {
            return XmlFile.read(file) != null;
        } catch (MarkupException refused) {
            return false;
        }
    }

    private static boolean isTemplate(byte[] file) {
        try {
            return TextTemplate.read(file) != null;
        } catch (TemplateException refused) {
            return false;
        }
    }

    private static Inspection inspect(String text) {
        return Inspector.inspect(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertFault(
            Inspection found, int offset, Severity severity, String sentence) {
        assertThat(found.faults())
                .anySatisfy(fault -> {
                    assertEquals(offset, fault.offset());
                    assertEquals(severity, fault.severity());
                    assertThat(fault.sentence()).contains(sentence);
                });
    }
}
