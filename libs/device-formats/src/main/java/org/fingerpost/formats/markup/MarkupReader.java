package org.fingerpost.formats.markup;

import java.util.Map;
import java.util.Optional;

/**
 * Reads a document from start to end, an event at a time.
 *
 * <pre>
 * document = [ declaration ] *( comment / instruction / space ) element
 *            *( comment / instruction / space )
 * element  = "&lt;" name *( space name "=" quoted ) ( "/>" / ">" content "&lt;/" name ">" )
 * content  = *( element / text / reference / cdata / comment / instruction )
 * reference= "&amp;" ( "amp" / "lt" / "gt" / "quot" / "apos" / "#" number ) ";"
 * name     = ( ALPHA / "_" / ":" ) *( ALPHA / DIGIT / "_" / ":" / "-" / "." )
 * </pre>
 *
 * <p>That is XML 1.0 without document types and with names in ASCII. Instructions are skipped; two
 * hyphens inside a comment, which XML forbids and templates have, are read over.
 *
 * <p>Why not the JDK's: {@code docs/adr/0009}. Not to be shared between threads.
 */
public final class MarkupReader {

    /** Twenty times the largest template known. */
    public static final int MAX_BYTES = 4 << 20;

    public static final int MAX_DEPTH = 32;
    public static final int MAX_ATTRIBUTES = 16;
    public static final int MAX_NAME = 100;

    private final Cursor cursor;
    private final Source source;
    private final TextReader text;
    private final Attributes attributes;
    private final int[] openNames = new int[2 * MAX_DEPTH];
    private int depth;
    private boolean rootSeen;
    private boolean endPending;
    private int nameFrom;
    private int nameTo;
    private int eventAt;

    private MarkupReader(byte[] document, Optional<Slips> slips) {
        cursor = new Cursor(document, slips);
        source = new Source(document);
        text = new TextReader(cursor);
        attributes = new Attributes(cursor);
    }

    /** Refuses, by MarkupException, what is too large or not of a known encoding. */
    public static MarkupReader of(byte[] document) {
        return of(document, Optional.empty());
    }

    /** The same, but that an ampersand or a bracket that begins nothing is read as it stands. */
    public static MarkupReader lenient(byte[] document, Slips slips) {
        return of(document, Optional.of(slips));
    }

    private static MarkupReader of(byte[] document, Optional<Slips> slips) {
        if (document.length > MAX_BYTES) {
            throw new MarkupException(
                    MAX_BYTES, 1, "larger than the " + MAX_BYTES + " bytes that are read");
        }
        var reader = new MarkupReader(Encoding.of(document).utf8(), slips);
        reader.cursor.skipDeclaration();
        return reader;
    }

    /**
     * The next event.
     *
     * @throws MarkupException if there is none to read
     */
    public Event next() {
        if (endPending) {
            endPending = false;
            depth--;
            return Event.END;
        }
        return depth > 0 ? inside() : outside();
    }

    /** Name of the element that starts or ends here. */
    public String name() {
        return cursor.ascii(nameFrom, nameTo);
    }

    /** The number if the name is the letter and 1 to 6 digits without leading zeros, else -1. */
    public int numberAfter(char letter) {
        return cursor.numberAfter(letter, nameFrom, nameTo);
    }

    /** The attribute of the element that starts here. */
    public Optional<String> attribute(String name) {
        return attributes.get(name);
    }

    /** All attributes of the element that starts here, in their order. */
    public Map<String, String> attributes() {
        return attributes.all();
    }

    public String text() {
        return text.text();
    }

    /**
     * Reads to the end of the element that has just started, if all in it is text that stands for
     * itself, as nearly always; else reads nothing and is false. No event tells of that {@link
     * #text}.
     */
    public boolean readPlainElement() {
        if (endPending || !text.readElement(nameFrom, nameTo)) {
            return false;
        }
        depth--;
        return true;
    }

    /**
     * The same from the start tag on, if one stands here whose name is the letter and a number as
     * {@link #numberAfter}, which is returned; else reads nothing and is -1.
     */
    public int readNumberedElement(char letter) {
        if (endPending || depth == MAX_DEPTH) {
            return -1;
        }
        int from = cursor.at();
        int number = text.readNumbered(letter);
        if (number >= 0) {
            eventAt = from;
        }
        return number;
    }

    /** Passes over blanks between two tags, of which no event tells then. */
    public void skipBlanks() {
        if (!endPending) {
            cursor.skipBlanks();
        }
    }

    /** True if the text or comment is blanks only; quicker than to make it. */
    public boolean isBlank() {
        return text.isBlank();
    }

    /** Where the event begins: in bytes from 0, as UTF-8 without mark, like {@link #end}. */
    public int offset() {
        return eventAt;
    }

    /** Line of the event, from 1. */
    public int line() {
        return source.lineOf(eventAt);
    }

    public int end() {
        return cursor.at();
    }

    public Source source() {
        return source;
    }

    /** A complaint about what is here, for those who know what it means. */
    public MarkupException wrong(String why) {
        return cursor.wrong(eventAt, why);
    }

    private Event outside() {
        while (true) {
            cursor.skipSpace();
            eventAt = cursor.at();
            if (cursor.atEnd()) {
                if (!rootSeen) {
                    throw cursor.wrong(eventAt, "there is no element");
                }
                return Event.DONE;
            }
            if (!cursor.isAt('<')) {
                throw cursor.wrong(eventAt, "text outside the root element");
            }
            if (text.readComment()) {
                return Event.COMMENT;
            }
            if (!cursor.skipInstruction()) {
                if (rootSeen) {
                    throw cursor.wrong(eventAt, "a second root element");
                }
                rootSeen = true;
                return start();
            }
        }
    }

    private Event inside() {
        while (true) {
            eventAt = cursor.at();
            if (cursor.isAtStartTag()) {
                return start();
            }
            if (text.read()) {
                return Event.TEXT;
            }
            if (cursor.isAt("</")) {
                return endTag();
            }
            if (text.readComment()) {
                return Event.COMMENT;
            }
            if (!cursor.skipInstruction()) {
                return start();
            }
        }
    }

    private Event start() {
        cursor.refuseDocumentType();
        cursor.step(1);
        nameFrom = cursor.at();
        nameTo = cursor.readName();
        if (depth == MAX_DEPTH) {
            throw cursor.wrong(eventAt, "more than " + MAX_DEPTH + " elements inside each other");
        }
        openNames[2 * depth] = nameFrom;
        openNames[2 * depth + 1] = nameTo;
        depth++;
        if (cursor.isAt('>')) {
            attributes.clear();
            cursor.step(1);
        } else {
            endPending = attributes.readToEndOfTag();
        }
        return Event.START;
    }

    private Event endTag() {
        cursor.step(2);
        depth--;
        nameFrom = openNames[2 * depth];
        nameTo = openNames[2 * depth + 1];
        if (!cursor.readEndTag(nameFrom, nameTo)) {
            throw cursor.wrong(eventAt, "an end tag of another element than the one that is open");
        }
        return Event.END;
    }
}
