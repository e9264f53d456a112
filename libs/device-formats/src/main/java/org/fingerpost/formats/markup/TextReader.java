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

    private final Cursor cursor;
    private int from;
    private int to;
    private boolean plain;
    private String built = "";
    private boolean isBuilt;

    TextReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** The text is what stands between, line ends aside. */
    void set(int from, int to) {
        this.from = from;
        this.to = to;
        plain = false;
        isBuilt = false;
    }

    /** The same of text in which no octet is special. */
    void setPlain(int from, int to) {
        set(from, to);
        plain = true;
    }

    boolean readElement(int nameFrom, int nameTo) {
        byte[] document = cursor.document();
        int end = endOfPlain(document, cursor.at());
        int tag = end + 2;
        int tagEnd = tag + nameTo - nameFrom;
        boolean closed =
                tagEnd < document.length
                        && document[end] == '<'
                        && document[end + 1] == '/'
                        && document[tagEnd] == '>'
                        && Arrays.equals(document, tag, tagEnd, document, nameFrom, nameTo);
        if (closed) {
            setPlain(cursor.at(), end);
            cursor.moveTo(tagEnd + 1);
        }
        return closed;
    }

    private static int endOfPlain(byte[] document, int from) {
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

    boolean read() {
        byte[] document = cursor.document();
        int start = cursor.at();
        int i = endOfPlain(document, start);
        if (i < document.length && document[i] == '<' && !cdataBegins(document, i)) {
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

    static boolean cdataBegins(byte[] document, int at) {
        return at + 2 < document.length && document[at + 1] == '!' && document[at + 2] == '[';
    }
}
