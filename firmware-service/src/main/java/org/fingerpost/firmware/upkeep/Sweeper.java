package org.fingerpost.firmware.upkeep;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fingerpost.firmware.blobs.BlobHolder;
import org.fingerpost.firmware.blobs.BlobStore;
import org.fingerpost.firmware.blobs.Digest;
import org.fingerpost.firmware.holdings.Dropping;

/**
 * Drops blobs that nobody holds. A release keeps its blobs before its row is there to see: what was
 * kept within the grace is not dropped, so the two may meet at any moment.
 */
@ApplicationScoped
class Sweeper {
    /** Blobs that are asked about in one statement. */
    private static final int AT_ONCE = 500;

    private final BlobStore blobs;
    private final List<BlobHolder> holders;
    private final Dropping dropping;
    private final UpkeepConfig config;
    private final Clock clock;

    Sweeper(
            BlobStore blobs,
            @All List<BlobHolder> holders,
            Dropping dropping,
            UpkeepConfig config,
            Clock clock) {
        this.dropping = dropping;
        this.blobs = blobs;
        this.holders = holders;
        this.config = config;
        this.clock = clock;
    }

    Sweep sweep() {
        Instant now = clock.instant();
        Instant before = now.minus(config.grace());
        blobs.tidy(before);
        List<BlobStore.Stored> old = new ArrayList<>();
        blobs.forEach(blob -> {
            if (blob.renewed().isBefore(before)) {
                old.add(blob);
            }
        });
        long dropped = 0;
        long bytes = 0;
        for (int from = 0; from < old.size(); from += AT_ONCE) {
            List<BlobStore.Stored> some = old.subList(from, Math.min(from + AT_ONCE, old.size()));
            Set<Digest> held = held(some.stream().map(BlobStore.Stored::digest).toList());
            for (BlobStore.Stored blob : some) {
                if (!held.contains(blob.digest()) && dropping.drop(blob.digest(), before)) {
                    dropped++;
                    bytes += blob.size();
                }
            }
        }
        return new Sweep(now, dropped, bytes);
    }

    private Set<Digest> held(Collection<Digest> digests) {
        return holders.stream()
                .flatMap(holder -> holder.held(digests).stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** All that should be there. */
    List<BlobHolder.Held> expected() {
        return holders.stream().flatMap(holder -> holder.all().stream()).toList();
    }
}
