package org.fingerpost.formats.xml;

import org.fingerpost.formats.markup.Event;
import org.fingerpost.formats.markup.MarkupReader;

/** Reads what is in the element that has just started, up to its end. */
final class ElementBody {

    private final MarkupReader markup;
    private final XmlContent content;

    ElementBody(MarkupReader markup, XmlContent content) {
        this.markup = markup;
        this.content = content;
    }

    /** The text, exact, blanks and all; elements in it are passed over. */
    String text() {
        if (markup.readPlainElement()) {
            return markup.text();
        }
        String text = "";
        // Comments may cut the text into any number of pieces.
        StringBuilder pieces = null;
        for (Event event = markup.next(); event != Event.END; event = markup.next()) {
            if (event == Event.START) {
                passOver("an element inside a value");
            } else if (event == Event.INSTRUCTION) {
                instruction();
            } else if (event == Event.TEXT && text.isEmpty()) {
                text = markup.text();
            } else if (event == Event.TEXT) {
                pieces = pieces == null ? new StringBuilder(text) : pieces;
                pieces.append(markup.text());
            }
        }
        return pieces == null ? text : pieces.toString();
    }

    /** Tells the content of the instruction here, in which a template may hide settings. */
    void instruction() {
        var place = new XmlPlace(markup, markup.offset());
        content.passedOver(
                markup.source().text(markup.offset(), markup.end()),
                "an instruction, which sets nothing",
                place);
    }

    /** Tells the content of the whole element, as it stands, that it sets nothing. */
    void passOver(String why) {
        var place = new XmlPlace(markup, markup.offset());
        for (int depth = 1; depth > 0; ) {
            Event event = markup.next();
            depth += event == Event.START ? 1 : event == Event.END ? -1 : 0;
        }
        content.passedOver(markup.source().text(place.offset(), markup.end()), why, place);
    }
}
