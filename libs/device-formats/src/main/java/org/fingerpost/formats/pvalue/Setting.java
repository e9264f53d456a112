package org.fingerpost.formats.pvalue;

import java.util.Objects;

/**
 * A P-value that somebody chose. The empty value clears the setting on the phone; a setting that is
 * absent stays as it is.
 *
 * <p>The value is {@link TellableText}. What cannot be told to a phone is refused here, where it
 * comes in, not when the phone asks.
 */
public record Setting(PValue p, String value) {

    public Setting {
        Objects.requireNonNull(p, "p");
        // Checked before the name is made a text: this happens for every value of every file.
        if (TellableText.firstIllegal(value) >= 0) {
            TellableText.check(p.toString(), value);
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
}
