package org.fingerpost.lists;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.fingerpost.problems.BoundedBody;
import org.fingerpost.problems.Problem;

/** The bytes of a list as they come in, counted and digested. */
public final class ListBody extends BoundedBody {
    private final MessageDigest digest;

    public ListBody(InputStream bytes, long most) {
        this(bytes, most, sha256());
    }

    private ListBody(InputStream bytes, long most, MessageDigest digest) {
        super(new DigestInputStream(bytes, digest), most, ListBody::tooLarge);
        this.digest = digest;
    }

    private static Problem tooLarge(long most) {
        return Problem.tooLarge("a list has " + most + " bytes at the most");
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
