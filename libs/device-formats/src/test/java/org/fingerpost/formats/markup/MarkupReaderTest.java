package org.fingerpost.formats.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkupReaderTest {

    @Test
    void documentIsToldEventByEvent() {
        String document =
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <!--first-->
                <a x="1" y='two'>text<b/><![CDATA[<&]]>&lt;&#65;&#x42;<?skip me?><c>d</c></a>
                """;
        assertThat(events(document))
                .containsExactly(
                        "COMMENT first",
                        "START a",
                        "TEXT text",
                        "START b",
                        "END b",
                        "TEXT <&<AB",
                        "INSTRUCTION",
                        "START c",
                        "TEXT d",
                        "END c",
                        "END a",
                        "DONE");
    }

    @Test
    void attributesAreThoseOfTheTagJustRead() {
        MarkupReader reader = reader("<a x='1 &amp;\n2'><b></b></a>");
        reader.next();
        assertThat(reader.attribute("x")).contains("1 & 2");
        assertThat(reader.attribute("y")).isEmpty();
        reader.next();
        assertThat(reader.attribute("x")).isEmpty();
    }

    @Test
    void attributesMayHaveBlanksAroundTheirEqualsSign() {
        MarkupReader reader = reader("<a x = '1'\ty\n=\"2\" />");
        reader.next();
        assertThat(reader.attributes()).containsExactly(Map.entry("x", "1"), Map.entry("y", "2"));
        assertThat(reader.next()).isEqualTo(Event.END);
    }

    @Test
    void instructionIsAnEventAndEmptyCdataIsNone() {
        assertThat(events("<a>1<?skip?>2<![CDATA[]]></a>"))
                .containsExactly("START a", "TEXT 1", "INSTRUCTION", "TEXT 2", "END a", "DONE");
        assertThat(events("<a><![CDATA[]]></a>")).containsExactly("START a", "END a", "DONE");
    }

    @Test
    void endTagIsThatOfItsElementToTheLastLetter() {
        assertThat(events("<abc></abc >")).containsExactly("START abc", "END abc", "DONE");
        assertRefused("<abc></abd>", "another element");
        assertRefused("<abc></aac>", "another element");
    }

    @Test
    void charactersAreReferredToFromTheFirstToTheLastThatXmlAllows() {
        assertThat(events("<a>&#x20;&#xD7FF;&#xE000;&#xFFFD;&#x10000;&#x10FFFF;</a>"))
                .contains("TEXT  \ud7ff\ue000\ufffd\ud800\udc00\udbff\udfff");
        for (String beyond : List.of("1F", "D800", "DFFF", "FFFE", "FFFF", "110000")) {
            assertRefused("<a>&#x" + beyond + ";</a>", "does not allow");
        }
    }

    @Test
    void lineEndsBecomeLineFeedsAndReferencesStay() {
        assertThat(events("<a>1\r\n2\r3\n&#13;&#10;</a>")).contains("TEXT 1\n2\n3\n\r\n");
        assertThat(events("<a><!--1\r\n2--></a>")).contains("COMMENT 1\n2");
        assertThat(events("<a><!--\r--></a>")).contains("COMMENT \n");
        assertThat(events("<a><![CDATA[1\r\n2]]></a>")).contains("TEXT 1\n2");
        assertThat(events("<a>\r1é</a>")).contains("TEXT \n1é");
    }

    @Test
    void linesAreCountedHoweverTheyEnd() {
        MarkupReader reader = reader("<a>\r\n\n\r<b/>\n<c/></a>");
        reader.next();
        assertThat(reader.line()).isEqualTo(1);
        reader.next();
        reader.next();
        assertThat(reader.line()).isEqualTo(4);
        int b = reader.offset();
        reader.next();
        reader.next();
        reader.next();
        assertThat(reader.line()).isEqualTo(5);
        assertThat(reader.source().lineOf(b)).isEqualTo(4);
    }

    @Test
    void onlyAsciiIsTakenAsItIsWhereverInADocumentTheRestStands() {
        for (int blanks = 0; blanks < 20; blanks++) {
            String document = " ".repeat(blanks) + "<a>é</a>";
            assertThat(events(document)).contains("TEXT é");
            assertThatThrownBy(() -> events(document.getBytes(StandardCharsets.ISO_8859_1)))
                    .hasMessageContaining("not UTF-8");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, UTF-8",
        "UTF-16, UTF-16",
        "ISO-8859-1, ISO-8859-1",
        "windows-1252, windows-1252"
    })
    void encodingIsThatOfMarkOrDeclaration(String declared, Charset charset) {
        String document = "<?xml version='1.0' encoding='" + declared + "'?><a>Zoë</a>";
        assertThat(events(document.getBytes(charset))).contains("TEXT Zoë");
    }

    @Test
    void byteOrderMarksAreNoText() {
        assertThat(events("\ufeff<a>é</a>")).contains("TEXT é");
        assertRefused("\ufeff", "there is no element");
        byte[] alone = {(byte) 0xfe, (byte) 0xff};
        assertThatThrownBy(() -> events(alone)).hasMessageContaining("there is no element");
        assertThat(events("\ufeff<a>é</a>".getBytes(StandardCharsets.UTF_16LE))).contains("TEXT é");
    }

    @Test
    void twoHyphensInsideACommentAreReadOver() {
        assertThat(events("<a><!-- ---- one -- two ---- --></a>"))
                .contains("COMMENT  ---- one -- two ---- ");
    }

    @Test
    void commentMayBeTheLastOfADocument() {
        assertThat(events("<a/><!--b-->")).endsWith("COMMENT b", "DONE");
    }

    static void assertRefused(String document, String why) {
        assertThatThrownBy(() -> events(document))
                .isInstanceOf(MarkupException.class)
                .hasMessageContaining(why);
    }

    static MarkupReader reader(String document) {
        return MarkupReader.of(document.getBytes(StandardCharsets.UTF_8));
    }

    static List<String> events(String document) {
        return events(document.getBytes(StandardCharsets.UTF_8));
    }

    static List<String> events(byte[] document) {
        MarkupReader reader = MarkupReader.of(document);
        var events = new ArrayList<String>();
        Event event;
        do {
            event = reader.next();
            events.add(
                    switch (event) {
                        case START, END -> event + " " + reader.name();
                        case TEXT, COMMENT -> event + " " + reader.text();
                        case INSTRUCTION, DONE -> event.toString();
                    });
        } while (event != Event.DONE);
        return events;
    }
}
