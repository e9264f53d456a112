package org.fingerpost.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A bearer key, {@code fp_<commit number>_<40 characters>}: 200 random bits in lower-case base 32
 * behind the commit number at which it was made, in base 36. The number lets a service that does
 * not know the key tell "made a moment ago" from "made up".
 *
 * <p>Only the SHA-256 of the text is ever stored; 200 random bits need no slow hash.
 */
public final class ApiKey {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 40;

    private final String text;
    private final long commit;

    private ApiKey(String text, long commit) {
        this.text = text;
        this.commit = commit;
    }

    /** A new key; {@code commit} is the number of the transaction that stores its hash. */
    public static ApiKey make(SecureRandom random, long commit) {
        StringBuilder secret = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            secret.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new ApiKey(
                "fp_" + Long.toString(commit, Character.MAX_RADIX) + "_" + secret, commit);
    }

    /** Reads what a caller sent; empty if it cannot be a key of ours. */
    public static Optional<ApiKey> parse(String text) {
        int end = text.lastIndexOf('_');
        if (!text.startsWith("fp_") || end < 4 || end > 16 || text.length() - end - 1 != LENGTH) {
            return Optional.empty();
        }
        try {
            long commit = Long.parseUnsignedLong(text.substring(3, end), Character.MAX_RADIX);
            return commit < 0 ? Optional.empty() : Optional.of(new ApiKey(text, commit));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The commit number of the redirect service at which this key came to be. */
    public long commit() {
        return commit;
    }

    /** SHA-256 of the key's text, in hex: the only form that is stored or sent on. */
    public String hash() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The key itself: shown once, to the one it is made for. */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "fp_…";
    }
}
