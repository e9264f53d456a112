package org.fingerpost.formats.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.formats.markup.MarkupReaderTest.reader;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainElementsTest {

    @Test
    void plainElementIsReadInOneGoOrNotAtAll() {
        MarkupReader reader = reader("<a><b> x </b>\n<c>&lt;</c><d/></a>");
        reader.next();
        assertThat(reader.readPlainElement()).isFalse();
        reader.next();
        assertThat(reader.readPlainElement()).isTrue();
        assertThat(reader.text()).isEqualTo(" x ");
        reader.skipBlanks();
        assertThat(reader.next()).isEqualTo(Event.START);
        assertThat(reader.name()).isEqualTo("c");
        assertThat(reader.readPlainElement()).isFalse();
        assertThat(reader.next()).isEqualTo(Event.TEXT);
        assertThat(reader.next()).isEqualTo(Event.END);
        assertThat(reader.next()).isEqualTo(Event.START);
        assertThat(reader.readPlainElement()).isFalse();
        assertThat(reader.next()).isEqualTo(Event.END);
        assertThat(reader.next()).isEqualTo(Event.END);
        assertThat(reader.next()).isEqualTo(Event.DONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>x</c>", "<b>x</b ", "<b>x", "<b>x<", "<b>x</b", "<b>x<b></b></b>"})
    void elementThatDoesNotEndBehindItsTextIsNotReadInOneGo(String document) {
        MarkupReader reader = reader(document);
        reader.next();
        assertThat(reader.readPlainElement()).isFalse();
    }

    @Test
    void textIsBlankWhenItIsBlanksOnly() {
        for (String text : List.of("\n \t", "&#32;")) {
            assertThat(textOf(text).isBlank()).isTrue();
        }
        for (String text : List.of("x", " x", "x ", " é")) {
            assertThat(textOf(text).isBlank()).isFalse();
        }
    }

    private static MarkupReader textOf(String text) {
        MarkupReader reader = reader("<a>" + text + "</a>");
        reader.next();
        reader.next();
        return reader;
    }

    @Test
    void blanksArePassedOverUpToATagButNotBeforeText() {
        MarkupReader reader = reader("<a> \n<b/>\n x</a>");
        reader.next();
        reader.skipBlanks();
        assertThat(reader.next()).isEqualTo(Event.START);
        reader.skipBlanks();
        assertThat(reader.next()).isEqualTo(Event.END);
        reader.skipBlanks();
        assertThat(reader.next()).isEqualTo(Event.TEXT);
        assertThat(reader.text()).isEqualTo("\n x");
        MarkupReader ended = reader("<a> ");
        ended.next();
        ended.skipBlanks();
        assertThat(ended.wrong("so")).hasMessage("line 1 (byte 0): so");
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
    @CsvSource(
            delimiter = '|',
            value = {
                "<P47>a</P47>|47",
                "<P0></P0>|0",
                "<P999999>a b</P999999>|999999",
                "<P1000000>a</P1000000>|-1",
                "<P047>a</P047>|-1",
                "<P>a</P>|-1",
                "<P4 >a</P4>|-1",
                "<P4>a</P4 >|-1",
                "<P4>a</P5>|-1",
                "<P4>&lt;</P4>|-1",
                "<P4>a<!----></P4>|-1",
                "<P4/>|-1",
                "<Q4>a</Q4>|-1",
                "x<P4>a</P4>|-1",
                "</a>|-1"
            })
    void numberedElementOfPlainTextIsReadInOneGoOrNotAtAll(String content, int number) {
        MarkupReader reader = reader("<a>" + content + "</a>");
        reader.next();
        assertThat(reader.readNumberedElement('P')).isEqualTo(number);
        assertThat(reader.offset()).isEqualTo(number < 0 ? 0 : 3);
        if (number >= 0) {
            assertThat("<P" + number + ">" + reader.text() + "</P" + number + ">")
                    .isEqualTo(content);
            assertThat(reader.next()).isEqualTo(Event.END);
        }
    }

    @Test
    void numberedElementIsNotReadWhereNoneMayBegin() {
        MarkupReader deepest = reader("<a>".repeat(32) + "<P1>a</P1>" + "</a>".repeat(32));
        for (int i = 0; i < 32; i++) {
            deepest.next();
        }
        assertThat(deepest.readNumberedElement('P')).isEqualTo(-1);
        MarkupReader ended = reader("<a><b/><P1>a</P1></a>");
        ended.next();
        ended.next();
        assertThat(ended.readNumberedElement('P')).isEqualTo(-1);
        assertThat(ended.next()).isEqualTo(Event.END);
        assertThat(ended.readNumberedElement('P')).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a><P", "<a><P4", "<a><P4>", "<a><P4>a</P4", "<a><", "<a>"})
    void documentThatEndsInsideANumberedElementIsNoSuchElement(String document) {
        MarkupReader reader = reader(document);
        reader.next();
        assertThat(reader.readNumberedElement('P')).isEqualTo(-1);
    }
}
