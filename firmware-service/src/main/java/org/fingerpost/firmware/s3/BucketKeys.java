package org.fingerpost.firmware.s3;

import java.time.Instant;
import java.util.Optional;
import org.fingerpost.firmware.blobs.Digest;

/**
 * Under which keys everything lies.
 *
 * <pre>
 * {prefix}blobs/ab/cdef…            the blob whose digest is abcdef…
 * {prefix}kept/{digest}/{millis}    empty: when it was last kept, since 1970
 * {prefix}quarantine/{digest}       what was found not to be what its name says
 * </pre>
 *
 * <p>A blob is not copied onto itself to be renewed: that would move all of its bytes, and listing
 * the second line tells the same of all blobs at once.
 *
 * @param prefix empty, or ends in a slash
 */
record BucketKeys(String prefix) {
    BucketKeys {
        if (!prefix.isEmpty() && (!prefix.endsWith("/") || prefix.startsWith("/"))) {
            throw new IllegalArgumentException(
                    "fingerpost.firmware.s3.prefix ends in a slash and does not begin with one: '"
                            + prefix
                            + "'");
        }
    }

    String blobs() {
        return prefix + "blobs/";
    }

    String blob(Digest digest) {
        return blobs() + digest.hex().substring(0, 2) + "/" + digest.hex().substring(2);
    }

    /** The digest of the blob under that key; a key of another form is none of ours. */
    Optional<Digest> digest(String key) {
        return key.startsWith(blobs())
                ? Digest.find(key.substring(blobs().length()).replaceFirst("^(..)/", "$1"))
                : Optional.empty();
    }

    String kept() {
        return prefix + "kept/";
    }

    String kept(Digest digest) {
        return kept() + digest.hex() + "/";
    }

    String kept(Digest digest, Instant at) {
        return kept(digest) + at.toEpochMilli();
    }

    String quarantine(Digest digest) {
        return prefix + "quarantine/" + digest.hex();
    }

    /** When a blob was kept, as a key says it. */
    Optional<Kept> readKept(String key) {
        String[] words = key.substring(kept().length()).split("/", -1);
        if (words.length != 2 || !words[1].matches("[0-9]{1,15}")) {
            return Optional.empty();
        }
        Instant at = Instant.ofEpochMilli(Long.parseLong(words[1]));
        return Digest.find(words[0]).map(digest -> new Kept(digest, at));
    }

    record Kept(Digest digest, Instant at) {}
}
