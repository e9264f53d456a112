package org.fingerpost.firmware.upkeep;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
        Findings found = new Findings(expected);
        Stream.concat(there.stream().map(BlobStore.Stored::digest), expected.keySet().stream())
                .distinct()
                .forEach(found::look);
        long bytes = there.stream().mapToLong(BlobStore.Stored::size).sum();
        return new Check(
                began,
                clock.instant(),
                there.size(),
                bytes,
                found.missing,
                found.corrupt,
                found.unreadable,
                found.orphaned);
    }

    private final class Findings {
        final List<Check.Fault> missing = new ArrayList<>();
        final List<Check.Fault> corrupt = new ArrayList<>();
        final List<Check.Fault> unreadable = new ArrayList<>();
        final List<String> orphaned = new ArrayList<>();
        private final Map<Digest, Held> expected;

        Findings(Map<Digest, Held> expected) {
            this.expected = expected;
        }

        void look(Digest digest) {
            Optional<Held> held = Optional.ofNullable(expected.get(digest));
            Check.Fault fault = new Check.Fault(digest.hex(), held.map(Held::by).orElse(""));
            switch (blobs.condition(digest)) {
                case SOUND -> {
                    if (held.isEmpty()) {
                        orphaned.add(digest.hex());
                    }
                }
                case SPOILT -> {
                    blobs.quarantine(digest);
                    corrupt.add(fault);
                    held.ifPresent(_ -> missing.add(fault));
                }
                case MISSING -> held.ifPresent(_ -> missing.add(fault));
                // Not put aside: a machine that is short of files would lose all of them.
                case UNREADABLE -> unreadable.add(fault);
            }
        }
    }
}
