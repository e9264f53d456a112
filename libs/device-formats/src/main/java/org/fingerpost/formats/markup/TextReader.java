package org.fingerpost.formats.markup;

import java.util.Arrays;

/**
 * Reads text between tags. Nearly all of it is plain ASCII, which is only scanned; the rest goes
 * through {@link TextBuilder}.
 */
final class TextReader {

    /** Octets at which the quick scan stops. */
    private static final boolean[] SPECIAL = new boolean[256];

    static {
        for (int octet = 0; octet < 256; octet++) {
            SPECIAL[octet] =
                    octet < ' ' && octet != '\n' && octet != '\t'
                            || octet >= 0x80
                            || "<&]".indexOf(octet) >= 0;
        }
    }

    /** A letter and six digits. */
    private static final int LONGEST_NUMBERED = 7;

    private final Cursor cursor;
    private int from;
    private int to;
    private boolean plain;
    private String built = "";
    private boolean isBuilt;

    TextReader(Cursor cursor) {
        this.cursor = cursor;
    }

    private void set(int from, int to) {
        this.from = from;
        this.to = to;
        plain = false;
        isBuilt = false;
    }

    private void setPlain(int from, int to) {
        set(from, to);
        plain = true;
    }

    /** Text that needs no putting together, and the end tag of the name; if not both, nothing. */
    boolean readElement(int nameFrom, int nameTo) {
        return readElement(nameFrom, nameTo, cursor.at());
    }

    /** The same with its start tag and what number is in that; if not all, nothing, and -1. */
    int readNumbered(char letter) {
        byte[] document = cursor.document();
        int name = cursor.at() + 1;
        int last = Math.min(name + LONGEST_NUMBERED, document.length - 1);
        if (name > last || document[name - 1] != '<' || document[name] != letter) {
            return -1;
        }
        int number = 0;
        int i = name + 1;
        while (i < last && document[i] >= '0' && document[i] <= '9') {
            number = 10 * number + document[i] - '0';
            i++;
        }
        int digits = i - name - 1;
        boolean isNumber = digits == 1 || digits > 1 && document[name + 1] != '0';
        boolean plain = isNumber && document[i] == '>' && readElement(name, i, i + 1);
        return plain ? number : -1;
    }

    private boolean readElement(int nameFrom, int nameTo, int textFrom) {
        byte[] document = cursor.document();
        int end = endOfPlain(document, textFrom);
        int tag = end + 2;
        int tagEnd = tag + nameTo - nameFrom;
        boolean closed =
                tagEnd < document.length
                        && document[end] == '<'
                        && document[end + 1] == '/'
                        && document[tagEnd] == '>'
                        && Arrays.equals(document, tag, tagEnd, document, nameFrom, nameTo);
        if (closed) {
            setPlain(textFrom, end);
            cursor.moveTo(tagEnd + 1);
        }
        return closed;
    }

    /** Up to where the octets are ASCII that stands for itself. */
    static int endOfPlain(byte[] document, int from) {
        int i = from;
        while (i < document.length && !SPECIAL[document[i] & 0xff]) {
            i++;
        }
        return i;
    }

    /** True if it is blanks only; asked of most texts, which are never made. */
    boolean isBlank() {
        if (isBuilt) {
            return built.isBlank();
        }
        byte[] document = cursor.document();
        int i = from;
        while (i < to && Cursor.isSpace(document[i])) {
            i++;
        }
        return i == to;
    }

    /** Reads a comment, which is the text then; false if there is none here. */
    boolean readComment() {
        if (!cursor.isAt("<!--")) {
            return false;
        }
        cursor.step(4);
        int start = cursor.at();
        int end = cursor.endOf("-->", "a comment that does not end");
        cursor.checkCharacters(start, end);
        set(start, end - 3);
        cursor.moveTo(end);
        return true;
    }

    /** Reads up to the next tag or comment; false if there is no text here. */
    boolean read() {
        byte[] document = cursor.document();
        int start = cursor.at();
        int i = endOfPlain(document, start);
        if (i < document.length && document[i] == '<' && !goesOn(document, i)) {
            cursor.moveTo(i);
            setPlain(start, i);
            return i > start;
        }
        built = new TextBuilder(cursor).content();
        isBuilt = true;
        return !built.isEmpty();
    }

    String text() {
        if (!isBuilt) {
            // The quick scan has seen to it that it is ASCII without a CR: nothing to put together.
            built = plain ? cursor.ascii(from, to) : new TextBuilder(cursor).between(from, to);
            isBuilt = true;
        }
        return built;
    }

    /** At a bracket: whether text goes on behind it. */
    private boolean goesOn(byte[] document, int at) {
        return cdataBegins(document, at) || cursor.isBareBracket(at);
    }

    static boolean cdataBegins(byte[] document, int at) {
        return at + 2 < document.length && document[at + 1] == '!' && document[at + 2] == '[';
    }
}
