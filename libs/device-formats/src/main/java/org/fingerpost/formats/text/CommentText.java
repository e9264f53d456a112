package org.fingerpost.formats.text;

import java.util.ArrayList;
import java.util.List;

/**
 * What a comment says, and how it is written.
 *
 * <pre>
 * line = "#" [ blank ] text       ; blanks at the end are style
 *      / "##" text                ; decoration: the text with all its #
 * </pre>
 */
public final class CommentText {

    private static final String DECORATION = "##";

    private CommentText() {}

    /** The text of a line that begins with #, blanks around it left out. */
    public static String of(String line) {
        if (line.startsWith(DECORATION)) {
            return line;
        }
        boolean blank = line.length() > 1 && Blanks.isBlank(line.charAt(1));
        return line.substring(blank ? 2 : 1);
    }

    /** The line that says the text. */
    public static String line(String text) {
        if (text.isEmpty()) {
            return "#";
        }
        return text.startsWith(DECORATION) ? text : "# " + text;
    }

    /**
     * The one spelling of a text of several lines: LF between them, no blanks at their ends, no
     * empty lines first and last.
     */
    public static String normal(String text) {
        return joined(text.lines().toList());
    }

    /** As {@link #normal}, from lines. */
    public static String joined(List<String> lines) {
        List<String> kept = new ArrayList<>(lines.size());
        for (String line : lines) {
            String stripped = Blanks.stripTrailing(line);
            if (!stripped.isEmpty() || !kept.isEmpty()) {
                kept.add(stripped);
            }
        }
        while (!kept.isEmpty() && kept.getLast().isEmpty()) {
            kept.removeLast();
        }
        return String.join("\n", kept);
    }
}
