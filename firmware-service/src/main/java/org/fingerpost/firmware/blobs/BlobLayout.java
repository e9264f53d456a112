package org.fingerpost.firmware.blobs;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where everything lies below the state folder.
 *
 * <pre>
 * blobs/ab/cdef…        the blob whose digest is abcdef…
 * incoming/{number}     bytes on their way to become one
 * unfinished/{upload}   what has come of an upload that can be resumed
 * quarantine/{digest}   what was found not to be what its name says
 * uploads/              request bodies that the server is still reading
 * </pre>
 *
 * <p>All are on one file system, so that a blob appears whole, by a rename.
 */
record BlobLayout(Path stateFolder) {
    Path blobs() {
        return stateFolder.resolve("blobs");
    }

    Path incoming() {
        return stateFolder.resolve("incoming");
    }

    Path unfinished() {
        return stateFolder.resolve("unfinished");
    }

    Path quarantine() {
        return stateFolder.resolve("quarantine");
    }

    Path uploads() {
        return stateFolder.resolve("uploads");
    }

    Path blob(Digest digest) {
        return blobs().resolve(digest.hex().substring(0, 2)).resolve(digest.hex().substring(2));
    }

    /** The digest of the blob that lies there; a file of another name is none of ours. */
    Optional<Digest> digest(Path blob) {
        return Digest.find(blob.getParent().getFileName() + blob.getFileName().toString());
    }
}
