package org.fingerpost.drills.drilled;

import java.nio.charset.StandardCharsets;

/**
 * What a door said.
 *
 * @param later the door asks the phone to come again (Retry-After)
 */
public record Reply(int status, boolean later, byte[] body) {
    /** An answer that a phone goes on with: a file, a part of one, or that there is none. */
    public boolean usable() {
        return status == 200 || status == 206 || status == 404;
    }

    /** Octet by octet. */
    public String text() {
        return new String(body, StandardCharsets.ISO_8859_1);
    }
}
