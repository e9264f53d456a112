package org.fingerpost.door.shedding;

/** What is put off together, in the order in which it is. */
public enum ShedClass {
    /** A phone runs on without. */
    FIRMWARE("firmware"),
    /** Files that are no one phone's, and names that are nobody's. */
    GENERIC("generic"),
    /** The file of the phone that asks. */
    OWN("own"),
    /** Where the phone belongs: without it, nothing else is asked. */
    REDIRECT("redirect");

    private final String word;

    ShedClass(String word) {
        this.word = word;
    }

    /** The word in the metric. */
    public String word() {
        return word;
    }

    /** Whether a phone that does not get it would ask for a generic file next. */
    boolean leadsToGeneric() {
        return this == OWN || this == REDIRECT;
    }
}
