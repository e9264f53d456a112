package org.fingerpost.firmware.names;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a phone asks for in its provider's directory: a name, affixes and all, perhaps in a folder.
 *
 * @param folder without slashes at its ends, empty for none
 */
public record AskedFile(String folder, String name) {
    private static final Pattern SEGMENT = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._-]{1,128}");
    private static final int MOST_SEGMENTS = 5;

    /** The file, if the segments of a path are one; a config file is none. */
    public static Optional<AskedFile> find(List<String> segments) {
        boolean wellFormed =
                !segments.isEmpty()
                        && segments.size() <= MOST_SEGMENTS
                        && segments.stream().allMatch(each -> SEGMENT.matcher(each).matches());
        return wellFormed && !segments.getLast().regionMatches(true, 0, "cfg", 0, 3)
                ? Optional.of(
                        new AskedFile(
                                String.join("/", segments.subList(0, segments.size() - 1)),
                                segments.getLast()))
                : Optional.empty();
    }
}
