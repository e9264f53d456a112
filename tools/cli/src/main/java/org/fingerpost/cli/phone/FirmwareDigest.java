package org.fingerpost.cli.phone;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.fingerpost.cli.wire.Sink;

/** Firmware passes through and leaves its SHA-256; the largest image known is 670 MB. */
final class FirmwareDigest implements Sink {
    private static final long LIMIT = 1024L * 1024 * 1024;

    private final MessageDigest digest;
    private long bytes;

    FirmwareDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }

    @Override
    public void accept(byte[] buffer, int length) {
        digest.update(buffer, 0, length);
        bytes += length;
    }

    @Override
    public long limit() {
        return LIMIT;
    }

    long bytes() {
        return bytes;
    }

    /** Once, at the end. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
