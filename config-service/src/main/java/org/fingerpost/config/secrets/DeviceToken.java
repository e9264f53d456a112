package org.fingerpost.config.secrets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * What a device proves itself with, as a step in its path: 24 characters of lower-case base 32, 120
 * bits. Short, because host, path key and token together must fit into the 60 characters that old
 * phones keep of P237.
 */
public final class DeviceToken {
    private final String text;

    DeviceToken(String text) {
        this.text = text;
    }

    /** Is this what was presented? Takes as long for a near miss as for a far one. */
    public boolean is(String presented) {
        return MessageDigest.isEqual(
                text.getBytes(StandardCharsets.US_ASCII),
                presented.getBytes(StandardCharsets.UTF_8));
    }

    /** The token itself: for the device's own file, and for whoever sets up the phone by hand. */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "DeviceToken[…]";
    }
}
