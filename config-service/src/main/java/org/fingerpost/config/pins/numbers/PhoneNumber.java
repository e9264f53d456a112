package org.fingerpost.config.pins.numbers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A telephone number as a provider writes it: digits, with a plus in front if it likes. What helps
 * the eye is dropped; {@code +49 30 1234} and {@code 030 1234} are two numbers all the same.
 */
public record PhoneNumber(@JsonValue String digits) {
    private static final Pattern EYE = Pattern.compile("[\\s\\u00a0()./-]");

    /** E.164 has fifteen digits; some more for a prefix. */
    private static final Pattern DIGITS = Pattern.compile("\\+?[0-9]{1,20}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PhoneNumber {
        digits = EYE.matcher(digits).replaceAll("");
        if (!DIGITS.matcher(digits).matches()) {
            throw new IllegalArgumentException(
                    "a telephone number has 1 to 20 digits and perhaps a plus in front");
        }
    }
}
