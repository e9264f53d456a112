package org.fingerpost.redirect.secrets;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A secret in clear, on its way from a provider to where it is sealed, or the {@link #MASK} that
 * stands for one. A phone keeps at most 40 characters of a password, ASCII 33 to 126.
 *
 * @param value empty for none
 */
public record SecretText(@JsonValue String value) {
    /** What is shown in a secret's place; as long as it is, whatever the secret's length. */
    public static final String MASK = "••••••";

    private static final Pattern PASSWORD = Pattern.compile("[!-~]{0,40}");

    public static final SecretText NONE = new SecretText("");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SecretText {
        if (!value.equals(MASK) && !PASSWORD.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a password or user name for phones has at most 40 characters, ASCII 33 to"
                            + " 126; this text, of "
                            + value.length()
                            + ", has others or too many");
        }
    }

    @Override
    public String toString() {
        return "SecretText[…]";
    }
}
