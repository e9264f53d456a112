package org.fingerpost.formats.markup;

import java.nio.charset.StandardCharsets;

/** Puts together what text means: references resolved, line ends made LF (XML 1.0, 2.11). */
final class TextBuilder {

    private static final String CDATA = "<![CDATA[";

    private static final String[] ENTITIES = {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"};
    private static final String MEANT = "&<>\"'";

    private final Cursor cursor;
    private final byte[] document;
    private final StringBuilder text = new StringBuilder(64);

    TextBuilder(Cursor cursor) {
        this.cursor = cursor;
        this.document = cursor.document();
    }

    /** The text between two places that hold no markup. */
    String between(int from, int to) {
        int seen = 0;
        for (int i = from; i < to; i++) {
            seen |= document[i] == '\r' ? -1 : document[i];
        }
        if (seen >= 0) {
            return new String(document, from, to - from, StandardCharsets.ISO_8859_1);
        }
        append(from, to);
        return text.toString();
    }

    /** The text from the cursor up to the next tag, comment or instruction. */
    String content() {
        while (true) {
            if (cursor.atEnd()) {
                throw cursor.wrong(cursor.at(), "the document ends inside an element");
            }
            if (cursor.isAt('&')) {
                reference();
            } else if (!cursor.isAt('<')) {
                plain();
            } else if (TextReader.cdataBegins(document, cursor.at())) {
                cdata();
            } else if (cursor.isBareBracket(cursor.at())) {
                bare("a < that begins no tag");
            } else {
                return text.toString();
            }
        }
    }

    /** An attribute's value up to the quote, each white space a space (XML 1.0, 3.3.3). */
    String quoted(char quote) {
        while (!cursor.isAt(quote)) {
            if (cursor.atEnd() || cursor.isAt('<')) {
                throw cursor.wrong(cursor.at(), "an attribute's value that does not end");
            }
            if (cursor.isAt('&')) {
                reference();
            } else {
                int from = cursor.at();
                while (!cursor.atEnd() && !isOneOf(document[cursor.at()], quote, '<', '&')) {
                    cursor.step(1);
                }
                cursor.checkCharacters(from, cursor.at());
                int written = text.length();
                append(from, cursor.at());
                for (int i = written; i < text.length(); i++) {
                    if (text.charAt(i) < ' ') {
                        text.setCharAt(i, ' ');
                    }
                }
            }
        }
        cursor.step(1);
        return text.toString();
    }

    private void plain() {
        int from = cursor.at();
        int i = TextReader.endOfPlain(document, from);
        if (i > from) {
            text.append(cursor.ascii(from, i));
            cursor.moveTo(i);
            return;
        }
        while (i < document.length && document[i] != '<' && document[i] != '&') {
            if (document[i] == '>'
                    && i - from >= 2
                    && document[i - 1] == ']'
                    && document[i - 2] == ']') {
                throw cursor.wrong(i - 2, "]]> in text");
            }
            i++;
        }
        cursor.checkCharacters(from, i);
        cursor.moveTo(i);
        append(from, i);
    }

    private void cdata() {
        int from = cursor.at();
        if (!cursor.isAt(CDATA)) {
            throw cursor.wrong(from, "neither an element nor a comment");
        }
        cursor.step(CDATA.length());
        int end = cursor.endOf("]]>", "a CDATA section that does not end");
        cursor.checkCharacters(from, end);
        append(from + CDATA.length(), end - 3);
        cursor.moveTo(end);
    }

    private void append(int from, int to) {
        String raw = new String(document, from, to - from, StandardCharsets.UTF_8);
        if (raw.indexOf('\r') >= 0) {
            raw = raw.replace("\r\n", "\n").replace('\r', '\n');
        }
        text.append(raw);
    }

    private void reference() {
        for (int i = 0; i < ENTITIES.length; i++) {
            if (cursor.isAt(ENTITIES[i])) {
                text.append(MEANT.charAt(i));
                cursor.step(ENTITIES[i].length());
                return;
            }
        }
        int from = cursor.at();
        int to = from + 1;
        // The longest has ten characters: &#1114111;
        while (to < document.length && to - from < 12 && document[to] != ';') {
            to++;
        }
        if (to >= document.length || document[to] != ';') {
            bare("an ampersand that begins no reference");
            return;
        }
        String name = cursor.ascii(from + 1, to);
        if (!name.matches("#([0-9]{1,7}|x[0-9A-Fa-f]{1,6})")) {
            bare("a reference to an entity, of which only five are known");
            return;
        }
        text.appendCodePoint(number(from, name));
        cursor.moveTo(to + 1);
    }

    /** What should begin something and does not. */
    private void bare(String why) {
        cursor.slip(cursor.at(), why);
        text.append((char) document[cursor.at()]);
        cursor.step(1);
    }

    private int number(int from, String name) {
        int number =
                name.charAt(1) == 'x'
                        ? Integer.parseInt(name.substring(2), 16)
                        : Integer.parseInt(name.substring(1));
        boolean allowed =
                number == '\t'
                        || number == '\n'
                        || number == '\r'
                        || number >= ' ' && number < 0xd800
                        || number > 0xdfff && number < 0xfffe
                        || number > 0xffff && number <= Character.MAX_CODE_POINT;
        if (!allowed) {
            throw cursor.wrong(from, "a reference to a character that XML does not allow");
        }
        return number;
    }

    private static boolean isOneOf(byte octet, char one, char other, char third) {
        return octet == one || octet == other || octet == third;
    }
}
