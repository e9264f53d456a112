package org.fingerpost.formats.seal;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Random salts, drawn by the block: a salt by itself costs as much as one of the three digests that
 * make the key. Not for two threads at once.
 */
final class Salts {
    private static final int BLOCK = 128 * Salt.OCTETS;

    /** The NIST generator: of many octets at once it makes one in a third of the default's time. */
    private final SecureRandom random;

    private final byte[] drawn = new byte[BLOCK];
    private int next = BLOCK;

    Salts() throws GeneralSecurityException {
        random = SecureRandom.getInstance("DRBG");
    }

    Salt next() {
        if (next == BLOCK) {
            random.nextBytes(drawn);
            next = 0;
        }
        Salt salt = new Salt(Arrays.copyOfRange(drawn, next, next + Salt.OCTETS));
        next += Salt.OCTETS;
        return salt;
    }
}
