package org.fingerpost.lists;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.fingerpost.problems.Problem;

/** The bytes of a list as they come in, counted and digested. */
public final class ListBody extends FilterInputStream {
    private final MessageDigest digest;
    private final long most;
    private long left;

    public ListBody(InputStream bytes, long most) {
        this(bytes, most, sha256());
    }

    private ListBody(InputStream bytes, long most, MessageDigest digest) {
        super(new DigestInputStream(bytes, digest));
        this.digest = digest;
        this.most = most;
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        count(Math.max(count, 0));
        return count;
    }

    private void count(int bytes) {
        left -= bytes;
        if (left < 0) {
            throw Problem.tooLarge("a list has " + most + " bytes at the most");
        }
    }

    /** Reads on to the end: the SHA-256 of all of it, in hex. */
    public String digest() throws IOException {
        transferTo(OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
