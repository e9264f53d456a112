package org.fingerpost.formats.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fingerpost.formats.markup.MarkupReaderTest.assertRefused;
import static org.fingerpost.formats.markup.MarkupReaderTest.events;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedDocumentsTest {

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
                "<a><?pi \u0001?></a>|8|does not allow",
                "<a><![CDATA[\u0001]]></a>|12|does not allow",
                "<a>x|4|ends inside an element",
                "<a>é|5|ends inside an element",
                "<a>x<|5|a name must begin here",
                "<a>x<!|4|neither an element nor a comment",
                "<a>x<![|4|neither an element nor a comment",
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
                .hasMessageStartingWith("line 3 (byte 5): ")
                .isInstanceOfSatisfying(
                        MarkupException.class,
                        complaint -> {
                            assertThat(complaint.line()).isEqualTo(3);
                            assertThat(complaint.why()).contains("only five are known");
                        });
        for (String lineEnd : List.of("\n", "\r", "\r\n")) {
            assertThatThrownBy(() -> events("<a>" + lineEnd + "&x;</a>"))
                    .hasMessageStartingWith("line 2 ");
            assertThatThrownBy(() -> events("<a>" + lineEnd)).hasMessageStartingWith("line 2 ");
        }
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
        MarkupReader.of(new byte[MarkupReader.MAX_BYTES]);
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
}
