package org.fingerpost.firmware.shelf;

import java.nio.file.Path;
import java.time.Duration;
import org.fingerpost.firmware.blobs.Digest;

/** What lies within a door's reach. Asking waits for no network, and moves no bytes. */
@FunctionalInterface
public interface Shelf {
    Reach reach(Digest digest, long size);

    /** Whether bytes can be served. */
    sealed interface Reach {
        /** A file of this machine that has them, or had them a moment ago. */
        record Here(Path file) implements Reach {}

        /** They exist, and somebody is fetching them or will. */
        record Coming(Duration retryAfter) implements Reach {}
    }
}
