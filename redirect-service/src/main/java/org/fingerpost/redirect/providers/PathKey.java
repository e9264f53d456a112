package org.fingerpost.redirect.providers;

import java.security.SecureRandom;

/**
 * Makes path keys: 13 characters of lower-case base 32, 65 random bits. Short, because path key and
 * device token together must stay below the 60 characters that old phones keep of P237.
 */
final class PathKey {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 13;

    private PathKey() {}

    static String make(SecureRandom random) {
        StringBuilder key = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            key.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return key.toString();
    }
}
