package org.fingerpost.redirect.dialects.xmlrpc;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What stands in the header of HTTP Basic (RFC 7617). */
record BasicLogin(String user, String password) {
    private static final String SCHEME = "Basic ";

    /** Nothing if it is of another scheme, or of no form. */
    static Optional<BasicLogin> parse(String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        String pair;
        try {
            byte[] bytes = Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
            pair = new String(bytes, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        int colon = pair.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : Optional.of(new BasicLogin(pair.substring(0, colon), pair.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return "BasicLogin[…]";
    }
}
