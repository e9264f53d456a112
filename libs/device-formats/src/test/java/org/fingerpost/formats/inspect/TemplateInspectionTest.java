package org.fingerpost.formats.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.fingerpost.formats.inspect.Inspection.Fact;
import org.fingerpost.formats.inspect.Inspection.Fault;
import org.fingerpost.formats.inspect.Inspection.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateInspectionTest {

    @Test
    void templateTellsWhatItHoldsAndWhatIsOddInIt() {
        String text = "\ufeff# é\r\np34 = hunter2\r\ngnkey=0b82\r\nP34=\r\n";
        Inspection found = inspect(text);
        assertEquals(FileKind.TEXT_TEMPLATE, found.kind());
        assertThat(found.facts())
                .contains(
                        new Fact("encoding", "UTF-8, with a byte order mark"),
                        new Fact("lines", "4"),
                        new Fact("settings", "1, 1 of them secret"));
        assertFault(found, octetsBefore(text, "p34"), Severity.WARNING, "line 2: a small p");
        assertFault(found, octetsBefore(text, "gnkey"), Severity.WARNING, "line 3: kept as a");
        assertFault(
                found,
                octetsBefore(text, "P34"),
                Severity.WARNING,
                "P34 stands at byte %d already".formatted(octetsBefore(text, "p34")));
        assertThat(found.faults()).hasSize(3);
        assertThat(found.isSound()).isTrue();
        assertThat(found.toString()).doesNotContain("hunter2");
    }

    @Test
    void guessedEncodingIsToldOnce() {
        byte[] file = "# a\nP3=é\nP4=é".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Inspector.inspect(file).faults())
                .containsExactly(
                        new Fault(
                                4,
                                Severity.WARNING,
                                "line 2: these bytes are no UTF-8, read as ISO-8859-1"));
        byte[] wide = "P1=1\np2=€".getBytes(StandardCharsets.UTF_16);
        assertFault(Inspector.inspect(wide), 12, Severity.WARNING, "a small p");
    }

    @Test
    void binaryRestOfATemplateIsAnErrorAndABinaryBeforeItIsNoTemplate() {
        Inspection found = inspect("P1=1\nP2=\0\n");
        assertEquals(FileKind.TEXT_TEMPLATE, found.kind());
        assertFault(found, 5, Severity.ERROR, "line 2: a character that no text has");
        assertEquals(FileKind.UNKNOWN, inspect("\0\nP1=1\n").kind());
        assertEquals(FileKind.UNKNOWN, inspect("<\0\nP1=1\n").kind());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<!-- a --> <!-- <b> --> <gs_provision><config version='1'/></gs_provision>|"
                        + "XML_P_VALUES",
                "<!-- P1=1 --> <a/>|XML_OTHER",
                "<!-- a -->\\nP1=1|TEXT_TEMPLATE",
                "<!-- a\\nP1=1|TEXT_TEMPLATE",
                "<!-- a|XML_OTHER",
                "p1 = 1|TEXT_TEMPLATE",
                "<html lang='en'>|XML_OTHER",
                "see P1=1|UNKNOWN",
            })
    void commentsBeforeTheFirstElementOrSettingSayNothing(String text, FileKind kind) {
        assertEquals(kind, inspect(text.replace("\\n", "\n")).kind());
    }

    private static int octetsBefore(String text, String part) {
        return text.substring(0, text.indexOf(part)).getBytes(StandardCharsets.UTF_8).length;
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
