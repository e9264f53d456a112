package org.fingerpost.formats.markup;

import java.util.Map;
import java.util.Optional;

/** Reads start and end tags, and knows which elements are open between them. */
final class Tags {

    private final Cursor cursor;
    private final Attributes attributes;
    private final int[] openNames = new int[2 * MarkupReader.MAX_DEPTH];
    private int depth;

    /** Whether the element that has just started ended in the same tag. */
    private boolean endPending;

    private int nameFrom;
    private int nameTo;

    Tags(Cursor cursor) {
        this.cursor = cursor;
        this.attributes = new Attributes(cursor);
    }

    boolean noneOpen() {
        return depth == 0;
    }

    boolean mostOpen() {
        return depth == MarkupReader.MAX_DEPTH;
    }

    boolean endIsPending() {
        return endPending;
    }

    String name() {
        return cursor.ascii(nameFrom, nameTo);
    }

    int numberAfter(char letter) {
        return cursor.numberAfter(letter, nameFrom, nameTo);
    }

    Optional<String> attribute(String name) {
        return attributes.get(name);
    }

    Map<String, String> attributes() {
        return attributes.all();
    }

    /** Reads a start tag, at which the cursor stands. */
    void start() {
        int from = cursor.at();
        cursor.refuseDocumentType();
        cursor.step(1);
        nameFrom = cursor.at();
        nameTo = cursor.readName();
        if (mostOpen()) {
            throw cursor.wrong(
                    from, "more than " + MarkupReader.MAX_DEPTH + " elements inside each other");
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
    }

    /** Reads an end tag, at which the cursor stands, of the innermost open element. */
    void end() {
        int from = cursor.at();
        cursor.step(2);
        depth--;
        nameFrom = openNames[2 * depth];
        nameTo = openNames[2 * depth + 1];
        if (!cursor.readEndTag(nameFrom, nameTo)) {
            throw cursor.wrong(from, "an end tag of another element than the one that is open");
        }
    }

    /** Ends the element that ended in its start tag. */
    void endPending() {
        endPending = false;
        depth--;
    }

    /** Reads to the end of the innermost element, if all in it is text that stands for itself. */
    boolean endWithText(TextReader text) {
        if (endPending || !text.readElement(nameFrom, nameTo)) {
            return false;
        }
        depth--;
        return true;
    }
}
