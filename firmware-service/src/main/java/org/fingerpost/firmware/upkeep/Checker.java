package org.fingerpost.firmware.upkeep;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fingerpost.firmware.blobs.BlobHolder.Held;
import org.fingerpost.firmware.blobs.BlobStore;
import org.fingerpost.firmware.blobs.Digest;

/**
 * Reads every blob of this machine and holds it against its name and against who should have it.
 */
@ApplicationScoped
class Checker {
    private final BlobStore blobs;
    private final Sweeper sweeper;
    private final Clock clock;

    Checker(BlobStore blobs, Sweeper sweeper, Clock clock) {
        this.blobs = blobs;
        this.sweeper = sweeper;
        this.clock = clock;
    }

    Check check() {
        Instant began = clock.instant();
        List<BlobStore.Stored> there = new ArrayList<>();
        blobs.forEach(there::add);
        // Asked after the walk: a blob that a release is about to hold is no orphan then.
        Map<Digest, Held> expected = new HashMap<>();
        sweeper.expected().forEach(held -> expected.put(held.digest(), held));
        List<Check.Fault> corrupt = new ArrayList<>();
        List<String> orphaned = new ArrayList<>();
        Set<Digest> sound = new HashSet<>();
        for (BlobStore.Stored blob : there) {
            Optional<Held> held = Optional.ofNullable(expected.get(blob.digest()));
            if (!blobs.isSound(blob.digest())) {
                blobs.quarantine(blob.digest());
                corrupt.add(new Check.Fault(blob.digest().hex(), held.map(Held::by).orElse("")));
            } else {
                sound.add(blob.digest());
                if (held.isEmpty()) {
                    orphaned.add(blob.digest().hex());
                }
            }
        }
        List<Check.Fault> missing =
                expected.values().stream()
                        .filter(held -> !sound.contains(held.digest()))
                        .filter(held -> !blobs.isSound(held.digest()))
                        .map(held -> new Check.Fault(held.digest().hex(), held.by()))
                        .toList();
        long bytes = there.stream().mapToLong(BlobStore.Stored::size).sum();
        return new Check(began, clock.instant(), there.size(), bytes, missing, corrupt, orphaned);
    }
}
