package org.fingerpost.formats.markup;

/** Counts lines; they end with LF, CR LF or CR. */
final class Lines {

    private Lines() {}

    /** The number, from 1, of the line in which the octet is. */
    static int at(byte[] document, int offset) {
        return 1 + between(document, 0, offset);
    }

    static int between(byte[] document, int from, int to) {
        int ends = 0;
        for (int i = from; i < Math.min(to, document.length); i++) {
            if (document[i] == '\n'
                    || document[i] == '\r'
                            && (i + 1 >= document.length || document[i + 1] != '\n')) {
                ends++;
            }
        }
        return ends;
    }
}
