package org.fingerpost.door.replies;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import java.util.stream.Stream;
import org.fingerpost.door.http.ByteRange;

/**
 * Several parts of a file in one answer (RFC 9110, section 14.6).
 *
 * <pre>
 * body = 2*( CRLF "--" boundary CRLF fields CRLF CRLF bytes ) CRLF "--" boundary "--" CRLF
 * </pre>
 *
 * <p>The boundary is made of the entity tag, so a file cannot hold it but by foreseeing its digest.
 */
public record ByteRanges(String boundary, List<ByteRange.Part> parts, long size) {
    static ByteRanges of(String etag, List<ByteRange.Part> parts, long size) {
        String letters = etag.replaceAll("[^A-Za-z0-9]", "");
        String boundary = "fingerpost-" + letters.substring(0, Math.min(40, letters.length()));
        return new ByteRanges(boundary, parts, size);
    }

    String contentType() {
        return "multipart/byteranges; boundary=" + boundary;
    }

    /** What comes before a part's bytes. */
    byte[] head(ByteRange.Part part) {
        return """
        \r
        --%s\r
        Content-Type: application/octet-stream\r
        Content-Range: bytes %d-%d/%d\r
        \r
        """
                .formatted(boundary, part.first(), part.last(), size)
                .getBytes(US_ASCII);
    }

    byte[] end() {
        return "\r\n--%s--\r\n".formatted(boundary).getBytes(US_ASCII);
    }

    long length() {
        Stream<Long> lengths = parts.stream().map(part -> head(part).length + part.length());
        return lengths.mapToLong(Long::longValue).sum() + end().length;
    }
}
