package org.fingerpost.config.secrets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * What a device proves itself with, as a step in its path: 24 characters of lower-case base 32, 120
 * bits. Short, because host, path key and token together must fit into the 60 characters that old
 * phones keep of P237.
 */
public final class DeviceToken {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 24;
    private static final int BITS = 5;

    private final String text;

    private DeviceToken(String text) {
        this.text = text;
    }

    /** The token made of the first 120 bits. */
    static DeviceToken of(byte[] hash) {
        StringBuilder text = new StringBuilder(LENGTH);
        int buffer = 0;
        int held = 0;
        int next = 0;
        while (text.length() < LENGTH) {
            if (held < BITS) {
                buffer = (buffer << Byte.SIZE | hash[next++] & 0xff) & 0xffff;
                held += Byte.SIZE;
            }
            held -= BITS;
            text.append(ALPHABET.charAt(buffer >>> held & 31));
        }
        return new DeviceToken(text.toString());
    }

    /** Is this what was presented? Takes as long for a near miss as for a far one. */
    public boolean is(String presented) {
        return MessageDigest.isEqual(
                text.getBytes(StandardCharsets.US_ASCII),
                presented.getBytes(StandardCharsets.UTF_8));
    }

    /** The token itself: for the device's own file, and for nothing else. */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "DeviceToken[…]";
    }
}
