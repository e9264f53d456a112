package org.fingerpost.formats.template;

import java.util.ArrayList;
import java.util.List;
import org.fingerpost.formats.pvalue.TellableText;
import org.fingerpost.formats.text.CommentText;

/** Gathers lines of comment until the setting comes that they describe. */
final class Descriptions {

    private final List<String> lines = new ArrayList<>();

    void comment(String line) {
        lines.add(line);
    }

    /** Blank lines between comments are kept as one; before the first they say nothing. */
    void blank() {
        if (!lines.isEmpty() && !lines.getLast().isEmpty()) {
            lines.add("");
        }
    }

    /** What was gathered since the last time. */
    String take() {
        String description = CommentText.joined(lines);
        lines.clear();
        return description;
    }

    /**
     * The description in its one spelling.
     *
     * @throws IllegalArgumentException if it has a character that no file can carry
     */
    static String checked(String description) {
        int wrong = TellableText.firstIllegal(description);
        if (wrong >= 0) {
            throw new IllegalArgumentException(
                    "a description has a character at offset %d that no file can carry: U+%04X"
                            .formatted(wrong, (int) description.charAt(wrong)));
        }
        return CommentText.normal(description);
    }
}
