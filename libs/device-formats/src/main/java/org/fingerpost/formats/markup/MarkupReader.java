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
 * <p>That is XML 1.0 without document types and with names in ASCII. Instructions say nothing to
 * us; two hyphens inside a comment, which XML forbids and templates have, are read over. Limits:
 * {@value #MAX_BYTES} bytes, {@value #MAX_DEPTH} elements inside each other, {@value
 * #MAX_ATTRIBUTES} attributes of an element, names of {@value #MAX_NAME} characters.
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
    private final Tags tags;
    private boolean rootSeen;
    private int eventAt;

    private MarkupReader(byte[] document, Optional<Slips> slips) {
        cursor = new Cursor(document, slips);
        source = new Source(document);
        text = new TextReader(cursor);
        tags = new Tags(cursor);
    }

    /**
     * Reads XML as its grammar has it.
     *
     * @param document UTF-8, UTF-16 with a mark, or what its declaration says
     * @throws MarkupException if it is larger than {@link #MAX_BYTES}, or of an unknown encoding
     */
    public static MarkupReader of(byte[] document) {
        return of(document, Optional.empty());
    }

    /**
     * The same, but that an ampersand or a bracket that begins nothing is read as it stands.
     *
     * @param slips hears of each of those
     */
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
     * @throws MarkupException if what stands here is no XML, or beyond the limits
     */
    public Event next() {
        if (tags.endIsPending()) {
            tags.endPending();
            return Event.END;
        }
        return tags.noneOpen() ? outside() : inside();
    }

    /** Name of the element that starts or ends here. */
    public String name() {
        return tags.name();
    }

    /** The number if the name is the letter and 1 to 6 digits without leading zeros, else -1. */
    public int numberAfter(char letter) {
        return tags.numberAfter(letter);
    }

    /** The attribute of the element that starts here. */
    public Optional<String> attribute(String name) {
        return tags.attribute(name);
    }

    /** All attributes of the element that starts here, in their order. */
    public Map<String, String> attributes() {
        return tags.attributes();
    }

    /** The text or comment here, references replaced. */
    public String text() {
        return text.text();
    }

    /**
     * Reads to the end of the element that has just started, if all in it is text that stands for
     * itself, as nearly always; else reads nothing and is false. Afterwards {@link #text} is that
     * text, and the element has ended: no event tells of either.
     */
    public boolean readPlainElement() {
        return tags.endWithText(text);
    }

    /**
     * The same from the start tag on, if one stands here whose name is the letter and a number as
     * {@link #numberAfter}, which is returned; else reads nothing and is -1. No event tells of
     * anything in it.
     */
    public int readNumberedElement(char letter) {
        if (tags.endIsPending() || tags.mostOpen()) {
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
        if (!tags.endIsPending()) {
            cursor.skipBlanks();
        }
    }

    /** True if the text or comment here is blanks only; quicker than to make it. */
    public boolean isBlank() {
        return text.isBlank();
    }

    /** Where the event begins, in bytes from 0, of the document as UTF-8 without its mark. */
    public int offset() {
        return eventAt;
    }

    /** Line of the event, from 1. */
    public int line() {
        return source.lineOf(eventAt);
    }

    /** Where the event ends, in the same way. */
    public int end() {
        return cursor.at();
    }

    /** The document by such offsets. */
    public Source source() {
        return source;
    }

    /** A complaint about what is here, for those who know what it means. */
    public MarkupException wrong(String why) {
        return cursor.wrong(eventAt, why);
    }

    private Event outside() {
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
        if (cursor.skipInstruction()) {
            return Event.INSTRUCTION;
        }
        if (rootSeen) {
            throw cursor.wrong(eventAt, "a second root element");
        }
        rootSeen = true;
        return start();
    }

    private Event inside() {
        eventAt = cursor.at();
        if (cursor.isAtStartTag()) {
            return start();
        }
        if (text.read()) {
            return Event.TEXT;
        }
        if (cursor.isAt("</")) {
            tags.end();
            return Event.END;
        }
        if (text.readComment()) {
            return Event.COMMENT;
        }
        return cursor.skipInstruction() ? Event.INSTRUCTION : start();
    }

    private Event start() {
        tags.start();
        return Event.START;
    }
}
