package org.fingerpost.config.phone;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The name and password that a phone shows (RFC 7617).
 *
 * <pre>
 * Authorization = "Basic" 1*SP base64( user ":" password )
 * </pre>
 */
record ShownLogin(String user, String password) {
    private static final String SCHEME = "Basic ";

    /** Longer than any that we hand out, and short enough to be read for nothing. */
    private static final int LONGEST = 512;

    /** What the header shows; nothing if it is of another scheme, or no such header. */
    static Optional<ShownLogin> of(String header) {
        if (header.length() > LONGEST
                || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            int colon = text.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(
                            new ShownLogin(text.substring(0, colon), text.substring(colon + 1)));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "ShownLogin[…]";
    }
}
