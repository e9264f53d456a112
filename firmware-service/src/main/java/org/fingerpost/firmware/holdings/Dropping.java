package org.fingerpost.firmware.holdings;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.fingerpost.firmware.blobs.BlobHolder;
import org.fingerpost.firmware.blobs.BlobStore;
import org.fingerpost.firmware.blobs.Digest;

/** Drops one blob, in a transaction of its own in which nobody begins to hold one. */
@ApplicationScoped
public class Dropping {
    private final BlobStore blobs;
    private final List<BlobHolder> holders;
    private final Holding holding;

    Dropping(BlobStore blobs, @All List<BlobHolder> holders, Holding holding) {
        this.blobs = blobs;
        this.holders = holders;
        this.holding = holding;
    }

    /**
     * @return false if somebody holds it by now, or it was kept since
     */
    @Transactional
    public boolean drop(Digest digest, Instant before) {
        holding.exclude();
        boolean held = holders.stream().anyMatch(each -> !each.held(List.of(digest)).isEmpty());
        return !held && blobs.dropUnlessRenewed(digest, before);
    }
}
