package org.fingerpost.formats.markup;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A place in a document of UTF-8 octets, and the steps that grammar allows from it. */
final class Cursor {
    private static final byte NAME = 1;
    private static final byte NAME_START = 2;
    private static final byte[] KIND = new byte[256];

    static {
        for (char c = 0; c < 0x80; c++) {
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == ':';
            if (letter) {
                KIND[c] = NAME | NAME_START;
            } else if (c >= '0' && c <= '9' || c == '-' || c == '.') {
                KIND[c] = NAME;
            }
        }
    }

    private final byte[] document;
    private final Optional<Slips> slips;
    private int at;

    /**
     * @param slips hears of what can be read though no grammar allows it; without it, that is
     *     refused
     */
    Cursor(byte[] document, Optional<Slips> slips) {
        this.document = document;
        this.slips = slips;
    }

    byte[] document() {
        return document;
    }

    int at() {
        return at;
    }

    boolean atEnd() {
        return at >= document.length;
    }

    void step(int octets) {
        at += octets;
    }

    void moveTo(int place) {
        at = place;
    }

    boolean isAt(char octet) {
        return at < document.length && document[at] == octet;
    }

    boolean isAt(String octets) {
        if (document.length - at < octets.length()) {
            return false;
        }
        for (int i = 0; i < octets.length(); i++) {
            if (document[at + i] != octets.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The beginning of a start tag, and of nothing else. */
    boolean isAtStartTag() {
        return at + 1 < document.length
                && document[at] == '<'
                && (KIND[document[at + 1] & 0xff] & NAME_START) != 0
                && !isBareBracket(at);
    }

    /** A bracket that begins nothing, where such are read as what they are. */
    boolean isBareBracket(int place) {
        if (slips.isEmpty() || document[place] != '<' || place + 1 == document.length) {
            return false;
        }
        byte next = document[place + 1];
        if ((KIND[next & 0xff] & NAME_START) != 0 || next == '/') {
            return isComputedName(next == '/' ? place + 2 : place + 1);
        }
        return next != '!' && next != '?';
    }

    /** A template engine puts the name together: {@code <P{$line}02>}. */
    private boolean isComputedName(int place) {
        int i = place;
        while (i < document.length && KIND[document[i] & 0xff] != 0) {
            i++;
        }
        return i < document.length && document[i] == '{';
    }

    /** Tells of what is read as it stands, or refuses it. */
    void slip(int offset, String why) {
        slips.orElseThrow(() -> wrong(offset, why)).slip(offset, why);
    }

    void skipSpace() {
        while (at < document.length && isSpace(document[at])) {
            at++;
        }
    }

    /** The declaration says nothing that matters any more: the octets are UTF-8 by now. */
    void skipDeclaration() {
        if (isAt("<?xml") && at + 5 < document.length && isSpace(document[at + 5])) {
            at = endOf("?>", "a declaration that does not end");
        }
    }

    boolean skipInstruction() {
        if (!isAt("<?")) {
            return false;
        }
        int from = at;
        step(2);
        int name = at;
        int nameEnd = readName();
        if (nameEnd - name == 3 && ascii(name, nameEnd).equalsIgnoreCase("xml")) {
            throw wrong(from, "a declaration that is not at the very beginning");
        }
        at = endOf("?>", "an instruction that does not end");
        checkCharacters(from, at);
        return true;
    }

    void refuseDocumentType() {
        if (isAt("<!")) {
            throw wrong(
                    at,
                    isAt("<!DOCTYPE")
                            ? "a document type, which is never read"
                            : "neither an element nor a comment");
        }
    }

    void skipBlanks() {
        int i = at;
        while (i < document.length && isSpace(document[i])) {
            i++;
        }
        if (i < document.length && document[i] == '<') {
            at = i;
        }
    }

    /** Reads a name; where it ends. */
    int readName() {
        int from = at;
        if (atEnd() || (KIND[document[at] & 0xff] & NAME_START) == 0) {
            throw wrong(at, "a name must begin here, with a letter of ASCII");
        }
        while (at < document.length && KIND[document[at] & 0xff] != 0) {
            at++;
        }
        if (at - from > MarkupReader.MAX_NAME) {
            throw wrong(from, "a name of more than " + MarkupReader.MAX_NAME + " characters");
        }
        return at;
    }

    /** Reads the rest of an end tag; false if it is not that of the name given by its place. */
    boolean readEndTag(int nameFrom, int nameTo) {
        int length = nameTo - nameFrom;
        if (document.length - at <= length) {
            throw wrong(document.length, "the document ends before its last end tag");
        }
        for (int i = 0; i < length; i++) {
            if (document[at + i] != document[nameFrom + i]) {
                return false;
            }
        }
        at += length;
        if (KIND[document[at] & 0xff] != 0) {
            return false;
        }
        skipSpace();
        if (!isAt('>')) {
            throw wrong(at, "an end tag that does not end");
        }
        at++;
        return true;
    }

    int numberAfter(char letter, int from, int to) {
        int digits = to - from - 1;
        if (document[from] != letter || digits < 1 || digits > 6) {
            return -1;
        }
        int number = 0;
        for (int i = from + 1; i < to; i++) {
            int digit = document[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return digits > 1 && document[from + 1] == '0' ? -1 : number;
    }

    String ascii(int from, int to) {
        return new String(document, from, to - from, StandardCharsets.ISO_8859_1);
    }

    MarkupException wrong(int offset, String why) {
        return new MarkupException(offset, Lines.at(document, offset), why);
    }

    /** Behind the next such octets. */
    int endOf(String octets, String complaint) {
        byte last = (byte) octets.charAt(octets.length() - 1);
        byte[] all = octets.getBytes(StandardCharsets.US_ASCII);
        for (int i = at + all.length - 1; i < document.length; i++) {
            if (document[i] == last
                    && Arrays.equals(document, i + 1 - all.length, i + 1, all, 0, all.length)) {
                return i + 1;
            }
        }
        throw wrong(at, complaint);
    }

    /** Of what XML 1.0 allows in no place (2.2). */
    void checkCharacters(int from, int to) {
        for (int i = from; i < to; i++) {
            byte octet = document[i];
            boolean control = octet >= 0 && octet < ' ' && !isSpace(octet);
            // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
            boolean notOne =
                    octet == (byte) 0xef
                            && document[i + 1] == (byte) 0xbf
                            && (document[i + 2] & 0xfe) == 0xbe;
            if (control || notOne) {
                throw wrong(i, "a character that XML does not allow");
            }
        }
    }

    static boolean isSpace(byte octet) {
        return octet == ' ' || octet == '\n' || octet == '\r' || octet == '\t';
    }
}
