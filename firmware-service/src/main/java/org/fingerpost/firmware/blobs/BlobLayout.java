package org.fingerpost.firmware.blobs;

import java.nio.file.Path;

/**
 * Where everything lies below the state folder.
 *
 * <pre>
 * blobs/ab/cdef…       the blob whose digest is abcdef…
 * incoming/{number}    bytes on their way to become one
 * uploads/             request bodies that the server is still reading
 * </pre>
 *
 * <p>All three are on one file system, so that a blob appears whole, by a rename.
 */
record BlobLayout(Path stateFolder) {
    Path blobs() {
        return stateFolder.resolve("blobs");
    }

    Path incoming() {
        return stateFolder.resolve("incoming");
    }

    Path uploads() {
        return stateFolder.resolve("uploads");
    }

    Path blob(Digest digest) {
        return blobs().resolve(digest.hex().substring(0, 2)).resolve(digest.hex().substring(2));
    }
}
