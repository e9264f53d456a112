package org.fingerpost.firmware.blobs;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** A room whose rows name blobs: as long as one does, the blob stays. */
public interface BlobHolder {
    /** Those of these blobs that a row names. */
    Set<Digest> held(Collection<Digest> blobs);

    /** All that its rows name. */
    List<Held> all();

    /**
     * A blob that should be there.
     *
     * @param by who says so, for people
     */
    record Held(Digest digest, long size, String by) {}
}
