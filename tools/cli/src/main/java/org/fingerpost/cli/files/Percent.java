package org.fingerpost.cli.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.Optional;

/** {@code %XX} in the binary file. A plus stays a plus: no phone is known to read it as a space. */
final class Percent {
    private Percent() {}

    /**
     * Nothing if a percent sign is not followed by two hex digits. The text is one character a
     * byte.
     */
    static Optional<String> decode(String text) {
        var bytes = new ByteArrayOutputStream(text.length());
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '%') {
                bytes.write(text.charAt(i));
                continue;
            }
            if (i + 2 >= text.length()
                    || !HexFormat.isHexDigit(text.charAt(i + 1))
                    || !HexFormat.isHexDigit(text.charAt(i + 2))) {
                return Optional.empty();
            }
            bytes.write(HexFormat.fromHexDigits(text, i + 1, i + 3));
            i += 2;
        }
        return Optional.of(bytes.toString(UTF_8));
    }
}
