package org.fingerpost.redirect.answers;

/**
 * A file as it is sent.
 *
 * @param bytes are the caller's own
 * @param etag the strong validator without quotes
 */
public record Rendered(byte[] bytes, String etag) {
    /** Without the bytes, which may hold secrets. */
    @Override
    public String toString() {
        return "Rendered[" + etag + ", " + bytes.length + " bytes]";
    }
}
