package org.fingerpost.door.sightings;

/** What sort of file a phone asked for. */
public enum Kind {
    CFG_BINARY("cfg-binary"),
    CFG_XML("cfg-xml"),
    GENERIC_XML("generic-xml"),
    FIRMWARE("firmware"),
    OTHER("other");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    /** The word in the event. */
    public String word() {
        return word;
    }
}
