package org.fingerpost.formats.pvalue;

/**
 * Text that every file form can carry: the characters of XML 1.0 (section 2.2), so no NUL, no
 * control character but tab, CR and LF, no half of a surrogate pair.
 */
public final class TellableText {

    private TellableText() {}

    /**
     * @param of the name of the setting, for the complaint
     * @throws IllegalArgumentException with a sentence, if the value cannot be told to a phone
     */
    public static void check(String of, String value) {
        int wrong = firstIllegal(value);
        if (wrong >= 0) {
            throw new IllegalArgumentException(
                    "the value of %s has a character at offset %d that no file for a phone can carry: U+%04X"
                            .formatted(of, wrong, (int) value.charAt(wrong)));
        }
    }

    /** Where the first character is that cannot be told, or -1. */
    public static int firstIllegal(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= ' ' && c < 0xd800) {
                continue;
            }
            if (Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                i++;
            } else if (c < ' ' ? c != '\t' && c != '\n' && c != '\r' : c < 0xe000 || c > 0xfffd) {
                return i;
            }
        }
        return -1;
    }
}
