package org.fingerpost.formats.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void lineEndsBecomeLineFeedsAndReferencesStay() {
        assertThat(events("<a>1\r\n2\r3\n&#13;&#10;</a>")).contains("TEXT 1\n2\n3\n\r\n");
        assertThat(events("<a><!--1\r\n2--></a>")).contains("COMMENT 1\n2");
        assertThat(events("<a><![CDATA[1\r\n2]]></a>")).contains("TEXT 1\n2");
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
        assertThat(reader.lineOf(b)).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "P47, 47",
        "P0, 0",
        "P999999, 999999",
        "P1000000, -1",
        "P047, -1",
        "P, -1",
        "Px, -1",
        "p47, -1",
        "Q47, -1",
        "P4-, -1"
    })
    void numberedNameIsReadWithoutMakingIt(String name, int number) {
        MarkupReader reader = reader("<" + name + "/>");
        reader.next();
        assertThat(reader.numberAfter('P')).isEqualTo(number);
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|0|there is no element",
                "'  '|2|there is no element",
                "text|0|text outside",
                "<a/>text|4|text outside",
                "<a/><b/>|4|a second root",
                "' <?xml version=\"1.0\"?><a/>'|1|not at the very beginning",
                "<!DOCTYPE a><a/>|0|a document type",
                "<a><!DOCTYPE a></a>|3|a document type",
                "<a><!ENTITY x></a>|3|neither an element nor a comment",
                "<a><![IGNORE[</a>|3|neither an element nor a comment",
                "<a>&x;</a>|3|of which only five are known",
                "<a>&;</a>|3|of which only five are known",
                "<a>&amp</a>|3|begins no reference",
                "<a>AT&T</a>|5|begins no reference",
                "<a>&#0;</a>|3|does not allow",
                "<a>&#xD800;</a>|3|does not allow",
                "<a>&#xFFFF;</a>|3|does not allow",
                "<a>&#1114112;</a>|3|does not allow",
                "<a>]]></a>|3|]]> in text",
                "<a></b>|3|another element",
                "<a></ab>|3|another element",
                "<a></a|6|ends before its last end tag",
                "<a></a b>|7|does not end",
                "<a><b>|6|ends inside an element",
                "<a|2|does not end",
                "<a b>|4|without a value",
                "<a b=c>|5|without quotes",
                "<a b='|6|does not end",
                "<a b='<'/>|6|does not end",
                "<a b='1' b='2'/>|9|given twice",
                "<a b='1'c='2'/>|8|does not end",
                "<é/>|1|a letter of ASCII",
                "<1/>|1|a letter of ASCII",
                "<a><!-- b</a>|7|a comment that does not end",
                "<a><![CDATA[ </a>|12|CDATA section that does not end",
                "<?pi|4|does not end",
                "<?xml|0|not at the very beginning",
                "<a>\u0001</a>|3|does not allow",
                "<a>\0</a>|3|does not allow",
                "<a><!--\0--></a>|7|does not allow",
                "<a b='\0'/>|6|does not allow",
                "<a>\ufffe</a>|3|does not allow",
                "<a><!--\u0002--></a>|7|does not allow",
            })
    void whatIsNoDocumentIsRefusedWithWhereAndWhy(String document, int offset, String why) {
        assertThatThrownBy(() -> events(document))
                .isInstanceOf(MarkupException.class)
                .hasMessageContaining(why)
                .extracting(e -> ((MarkupException) e).offset())
                .isEqualTo(offset);
    }

    @Test
    void complaintNamesTheLine() {
        assertThatThrownBy(() -> events("<a>\n\n&x;</a>"))
                .isInstanceOf(MarkupException.class)
                .hasMessageStartingWith("line 3 (byte 5): ")
                .extracting(e -> ((MarkupException) e).line())
                .isEqualTo(3);
    }

    @Test
    void limitsHold() {
        assertRefused("<a>".repeat(33), "more than 32 elements");
        assertThat(events("<a>".repeat(32) + "</a>".repeat(32))).hasSize(65);
        assertRefused("<" + "a".repeat(101) + "/>", "more than 100 characters");
        assertThat(events("<" + "a".repeat(100) + "/>")).hasSize(3);
        var tag = new StringBuilder("<a");
        for (int i = 0; i < 17; i++) {
            tag.append(" b").append(i).append("=''");
        }
        assertRefused(tag + "/>", "more than 16 attributes");
        assertThatThrownBy(() -> MarkupReader.of(new byte[MarkupReader.MAX_BYTES + 1]))
                .hasMessageContaining("larger than");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a>\u00ff</a>", "\u00ff\u00fe<\u0000a", "\u00fe\u00ff\u00d8\u0000"})
    void octetsThatAreNotOfTheirEncodingAreRefused(String latin1) {
        assertThatThrownBy(() -> events(latin1.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(MarkupException.class)
                .hasMessageContaining("not UTF-");
    }

    @Test
    void encodingOfNoPhoneIsRefused() {
        byte[] document =
                "<?xml version='1.0' encoding='EBCDIC-CP-US'?><a>é</a>"
                        .getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> MarkupReader.of(document)).hasMessageContaining("an encoding");
    }

    private static void assertRefused(String document, String why) {
        assertThatThrownBy(() -> events(document))
                .isInstanceOf(MarkupException.class)
                .hasMessageContaining(why);
    }

    private static MarkupReader reader(String document) {
        return MarkupReader.of(document.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> events(String document) {
        return events(document.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> events(byte[] document) {
        MarkupReader reader = MarkupReader.of(document);
        var events = new ArrayList<String>();
        Event event;
        do {
            event = reader.next();
            events.add(
                    switch (event) {
                        case START, END -> event + " " + reader.name();
                        case TEXT, COMMENT -> event + " " + reader.text();
                        case DONE -> "DONE";
                    });
        } while (event != Event.DONE);
        return events;
    }
}
