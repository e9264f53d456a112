package org.fingerpost.firmware.shelf;

import java.io.IOException;
import java.io.InputStream;
import org.fingerpost.firmware.blobs.Digest;

/** Where a door's blobs come from: slow, perhaps away, and not believed. */
@FunctionalInterface
public interface BlobSource {
    /**
     * Its bytes, from the first on.
     *
     * @throws IOException if they cannot be had now; an unchecked exception says the same
     */
    InputStream open(Digest digest, long size) throws IOException;
}
