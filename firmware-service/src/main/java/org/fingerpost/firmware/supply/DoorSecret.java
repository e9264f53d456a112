package org.fingerpost.firmware.supply;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/** What doors show to the control plane: one word that all of them have in a file. */
final class DoorSecret {
    static final String SETTING = "fingerpost.firmware.doors.secret-file";
    private static final String SCHEME = "Bearer ";

    /** As many as 16 random bytes have in hex. */
    private static final int SHORTEST = 32;

    private static final int LONGEST = 1024;

    private final String word;

    private DoorSecret(String word) {
        this.word = word;
    }

    static DoorSecret read(Path file) {
        try {
            String word = Files.readString(file).strip();
            boolean visible = word.chars().allMatch(c -> c > ' ' && c <= '~');
            if (word.length() < SHORTEST || word.length() > LONGEST || !visible) {
                throw new IllegalStateException(
                        SETTING
                                + ": "
                                + file
                                + " does not hold one word of "
                                + SHORTEST
                                + " to "
                                + LONGEST
                                + " visible characters");
            }
            return new DoorSecret(word);
        } catch (IOException e) {
            throw new IllegalStateException(SETTING + ": cannot read " + file, e);
        }
    }

    /** As it stands in a request's Authorization. */
    String header() {
        return SCHEME + word;
    }

    /** Takes as long for a near miss as for any other. */
    boolean isShownBy(String header) {
        return MessageDigest.isEqual(header().getBytes(UTF_8), header.getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return "a door's secret";
    }
}
