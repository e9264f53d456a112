package org.fingerpost.formats.pvalue;

import java.util.Objects;

/**
 * A P-value that somebody chose. The empty value clears the setting on the phone; a setting that is
 * absent stays as it is.
 *
 * <p>The value is text that every file form can carry: the characters of XML 1.0 (section 2.2), so
 * no NUL, no control character but tab, CR and LF, no half of a surrogate pair. What cannot be told
 * to a phone is refused here, where it comes in, not when the phone asks.
 */
public record Setting(PValue p, String value) {

    public Setting {
        Objects.requireNonNull(p, "p");
        int wrong = firstIllegal(value);
        if (wrong >= 0) {
            throw new IllegalArgumentException(
                    "the value of %s has a character at offset %d that no file for a phone can carry: U+%04X"
                            .formatted(p, wrong, (int) value.charAt(wrong)));
        }
    }

    /**
     * @throws IllegalArgumentException with a sentence, if the name is no P-value or the value
     *     cannot be told to a phone
     */
    public static Setting of(String name, String value) {
        return new Setting(PValue.parse(name), value);
    }

    public boolean isSecret() {
        return p.isSecret();
    }

    /** The pair as a line of text, a secret value hidden. */
    @Override
    public String toString() {
        return p + "=" + (isSecret() ? "********" : value);
    }

    private static int firstIllegal(String value) {
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
