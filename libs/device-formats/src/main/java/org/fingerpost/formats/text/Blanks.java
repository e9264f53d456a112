package org.fingerpost.formats.text;

/** Spaces and tabs: style around a name and a value, data inside one. No other space is. */
public final class Blanks {

    private Blanks() {}

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    public static String strip(String text) {
        return stripTrailing(stripLeading(text));
    }

    static String stripLeading(String text) {
        int from = 0;
        while (from < text.length() && isBlank(text.charAt(from))) {
            from++;
        }
        return text.substring(from);
    }

    static String stripTrailing(String text) {
        int to = text.length();
        while (to > 0 && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(0, to);
    }
}
