package org.fingerpost.firmware.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The SHA-256 of some bytes, and by that their name.
 *
 * @param hex 64 lower-case hex digits
 */
public record Digest(String hex) {
    private static final int CHUNK = 1 << 20;
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public Digest {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("a digest is 64 lower-case hex digits");
        }
    }

    /** The digest, if the text is one. */
    public static Optional<Digest> find(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new Digest(text)) : Optional.empty();
    }

    /** Of a file's bytes, read to their end. */
    public static Digest of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in);
        }
    }

    /** Of a stream's bytes, read to their end. */
    public static Digest of(InputStream in) throws IOException {
        MessageDigest sha256 = begin();
        byte[] chunk = new byte[CHUNK];
        for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
            sha256.update(chunk, 0, count);
        }
        return of(sha256);
    }

    /** To be updated with bytes and {@link #of(MessageDigest) ended}. */
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    public static Digest of(MessageDigest ended) {
        return new Digest(HexFormat.of().formatHex(ended.digest()));
    }

    @Override
    public String toString() {
        return hex;
    }
}
