package org.fingerpost.redirect.dialects.gaps;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What stands in the query of a call.
 *
 * <pre>
 * sig  = hex( HMAC-SHA1( key, body time ) )
 * time = seconds since 1970, in decimal digits; signed as they are written
 * </pre>
 *
 * @param signature as many bytes as were sent; none if it was no hex
 * @param time empty if it was none
 */
record Signed(byte[] signature, String time) {
    /** To either side. Programs ask for our time before they sign. */
    static final Duration WINDOW = Duration.ofMinutes(5);

    private static final int DIGITS = 40;
    private static final Pattern TIME = Pattern.compile("[0-9]{1,12}");

    static Signed of(String sig, String time) {
        return new Signed(hex(sig), TIME.matcher(time).matches() ? time : "");
    }

    /** What was signed. */
    byte[] message(byte[] body) {
        byte[] end = time.getBytes(StandardCharsets.US_ASCII);
        byte[] message = Arrays.copyOf(body, body.length + end.length);
        System.arraycopy(end, 0, message, body.length, end.length);
        return message;
    }

    /** Is it of our time? */
    boolean isOf(Instant now) {
        if (time.isEmpty()) {
            return false;
        }
        Duration off = Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), now).abs();
        return off.compareTo(WINDOW) <= 0;
    }

    private static byte[] hex(String text) {
        if (text.length() != DIGITS) {
            return new byte[0];
        }
        try {
            return HexFormat.of().parseHex(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
