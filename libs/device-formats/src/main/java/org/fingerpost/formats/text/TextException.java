package org.fingerpost.formats.text;

/** Bytes that are no text, or more of it than is read: what, where, why. It quotes no content. */
public final class TextException extends IllegalArgumentException {

    private final Place place;
    private final String why;

    TextException(Place place, String why) {
        super("line " + place.line() + ": " + why);
        this.place = place;
        this.why = why;
    }

    public Place place() {
        return place;
    }

    /** The reason without the place. */
    public String why() {
        return why;
    }
}
