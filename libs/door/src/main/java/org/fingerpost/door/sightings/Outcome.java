package org.fingerpost.door.sightings;

/** What came of a request. */
public enum Outcome {
    /** The phone was told where it belongs. */
    REDIRECTED("redirected"),
    /** Nobody has claimed this phone. */
    UNCLAIMED("unclaimed"),
    SERVED("served"),
    /** The file exists and this caller may not have it. */
    REFUSED("refused"),
    /** Not now: the phone was told to come back. */
    BUSY("busy"),
    /** There is no such thing. */
    NONE("none"),
    /** The phone has the current file already. */
    NOT_MODIFIED("not-modified");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    /** The word in the event. */
    public String word() {
        return word;
    }
}
