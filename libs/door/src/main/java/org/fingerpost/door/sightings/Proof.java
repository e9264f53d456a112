package org.fingerpost.door.sightings;

/**
 * By what a phone has shown that it is the one that it says it is. Anybody can send its MAC address
 * and a User-Agent.
 */
public enum Proof {
    /** By nothing. */
    NONE(""),
    /** Its own token in the path. */
    TOKEN("token"),
    /** Its own name and password. */
    LOGIN("login"),
    /** It came first while its first-fetch window was open. */
    WINDOW("window");

    private final String word;

    Proof(String word) {
        this.word = word;
    }

    /** The word in the event; empty: it is left out. */
    public String word() {
        return word;
    }
}
