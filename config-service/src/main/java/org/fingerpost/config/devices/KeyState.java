package org.fingerpost.config.devices;

import java.util.Arrays;

/** How sure it is that the phone has the XML password under which its file is sealed. */
public enum KeyState {
    /** Nothing is known against it. */
    SETTLED("settled"),
    /** The phone was just told it. */
    FRESH("fresh"),
    /**
     * A file sealed under it was given: the phone's next request tells whether it could read it.
     */
    GIVEN("given"),
    /** The phone could not; the one before holds again, and somebody should look. */
    TAKEN_BACK("taken-back");

    private final String word;

    KeyState(String word) {
        this.word = word;
    }

    /** As JSON and SQL spell it. */
    @com.fasterxml.jackson.annotation.JsonValue
    public String word() {
        return word;
    }

    static KeyState of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word.equals(word))
                .findFirst()
                .orElseThrow();
    }
}
