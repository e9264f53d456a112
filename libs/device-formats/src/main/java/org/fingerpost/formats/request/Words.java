package org.fingerpost.formats.request;

/** The words of which names and headers are made. ASCII only. */
final class Words {

    private static final int LONGEST_MODEL = 32;
    private static final int LONGEST_VERSION = 32;

    private Words() {}

    /** A letter, then letters, digits, hyphens, underscores: {@code GXP2160}, {@code ht80xv2}. */
    static boolean isModel(CharSequence word) {
        if (word.length() < 2 || word.length() > LONGEST_MODEL || !isLetter(word.charAt(0))) {
            return false;
        }
        for (int i = 1; i < word.length(); i++) {
            char c = word.charAt(i);
            if (!isLetter(c) && !isDigit(c) && c != '-' && c != '_') {
                return false;
            }
        }
        return true;
    }

    /** Two or more numbers with dots between: {@code 1.0.11.39}, {@code 1.1A}. */
    static boolean isVersion(CharSequence word) {
        int length = word.length();
        if (length < 3 || length > LONGEST_VERSION || !isDigit(word.charAt(0))) {
            return false;
        }
        boolean dots = false;
        for (int i = 1; i < length; i++) {
            char c = word.charAt(i);
            if (c == '.') {
                if (!isDigit(word.charAt(i - 1)) || i == length - 1) {
                    return false;
                }
                dots = true;
            } else if (!isDigit(c) && !(isLetter(c) && i == length - 1)) {
                return false;
            }
        }
        return dots;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
