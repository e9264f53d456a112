package org.fingerpost.redirect.dialects.credentials;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/**
 * A key or password of a dialect: 40 characters of lower-case base 32, 200 random bits. Foreign
 * programs put it into command lines and URLs unquoted, so there is nothing in it to quote.
 */
public final class DialectSecret {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 40;

    private final String text;

    DialectSecret(String text) {
        this.text = text;
    }

    static DialectSecret make(SecureRandom random) {
        return new DialectSecret(word(random, LENGTH));
    }

    static String word(SecureRandom random, int length) {
        StringBuilder word = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            word.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return word.toString();
    }

    /** Could it have been drawn here? */
    static boolean isWord(String text, int length) {
        return text.length() == length && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    }

    /** The secret itself: shown once, to the one it is made for, and used to sign. */
    public String reveal() {
        return text;
    }

    /** 200 random bits need no slow hash. */
    static byte[] digest(String password) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(password.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "DialectSecret[…]";
    }
}
