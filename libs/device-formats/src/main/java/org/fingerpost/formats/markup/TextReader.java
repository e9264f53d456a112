package org.fingerpost.formats.markup;

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
        int i = start;
        while (i < document.length && !SPECIAL[document[i] & 0xff]) {
            i++;
        }
        if (i < document.length && document[i] == '<' && !cdataBegins(document, i)) {
            cursor.moveTo(i);
            set(start, i);
            plain = true;
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
