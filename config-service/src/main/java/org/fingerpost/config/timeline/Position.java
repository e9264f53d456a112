package org.fingerpost.config.timeline;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an entry stands in a timeline, and its name there.
 *
 * <pre>
 * position = milliseconds since 1970 "." door "." sequence
 * </pre>
 *
 * @param time in whole milliseconds
 * @param sequence counts the sightings of the door
 */
public record Position(Instant time, UUID door, long sequence) {
    private static final Pattern FORM =
            Pattern.compile("([0-9]{1,15})\\.([0-9a-f-]{36})\\.([0-9]{1,18})");

    /** Behind every other entry of that time or earlier: where reading backwards begins. */
    static Position before(Instant time) {
        return new Position(time, new UUID(0, 0), 0);
    }

    /**
     * @throws IllegalArgumentException if the text names no entry
     */
    static Position parse(String text) {
        Matcher parts = FORM.matcher(text);
        try {
            if (parts.matches()) {
                return new Position(
                        Instant.ofEpochMilli(Long.parseLong(parts.group(1))),
                        UUID.fromString(parts.group(2)),
                        Long.parseLong(parts.group(3)));
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            // Of the right form, and names none all the same.
        }
        throw new IllegalArgumentException(
                "after: the id of the last entry of the page before, as it stands there");
    }

    @Override
    public String toString() {
        return time.toEpochMilli() + "." + door + "." + sequence;
    }
}
