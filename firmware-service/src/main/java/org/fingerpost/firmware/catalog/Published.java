package org.fingerpost.firmware.catalog;

import java.time.Instant;
import java.util.Map;
import org.fingerpost.firmware.blobs.Digest;

/** A published release as the catalog sees it. */
record Published(long id, long provider, String version, Instant at, Map<FileName, Content> files) {
    Published {
        files = Map.copyOf(files);
    }

    /** What a name stands for. */
    record Content(Digest digest, long size) {}
}
