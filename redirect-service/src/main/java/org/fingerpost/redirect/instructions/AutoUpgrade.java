package org.fingerpost.redirect.instructions;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Whether phones look for new files by themselves, beside doing so at every boot. */
public enum AutoUpgrade {
    /** The phone's own setting stays. */
    KEEP("keep", "", 0),
    NEVER("never", "never", 0),
    INTERVAL("interval", "at an interval", 0),
    DAILY("daily", "daily", 24 * 60),
    WEEKLY("weekly", "weekly", 7 * 24 * 60);

    private final String word;
    private final String meaning;
    private final int minutes;

    AutoUpgrade(String word, String meaning, int minutes) {
        this.word = word;
        this.meaning = meaning;
        this.minutes = minutes;
    }

    /**
     * The one of that word.
     *
     * @throws IllegalArgumentException with a sentence, if there is none
     */
    @JsonCreator
    public static AutoUpgrade of(String word) {
        for (AutoUpgrade each : values()) {
            if (each.word.equals(word)) {
                return each;
            }
        }
        throw new IllegalArgumentException(
                "autoUpgrade is one of "
                        + Arrays.stream(values())
                                .map(AutoUpgrade::word)
                                .collect(Collectors.joining(", ")));
    }

    /** The word in JSON and SQL. */
    @JsonValue
    public String word() {
        return word;
    }

    /** What the catalogue calls it. */
    String meaning() {
        return meaning;
    }

    /** The interval that comes to the same, for families that know intervals only; 0 for none. */
    public int minutes() {
        return minutes;
    }
}
