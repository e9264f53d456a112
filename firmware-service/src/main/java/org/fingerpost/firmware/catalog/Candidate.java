package org.fingerpost.firmware.catalog;

import java.util.Optional;
import org.fingerpost.firmware.catalog.files.Published;
import org.fingerpost.firmware.names.FileName;

/**
 * A file that a name may mean.
 *
 * @param exact whether the name tells the version
 */
record Candidate(Published release, FileName file, Published.Content content, boolean exact) {
    Offer offer(boolean alone, Optional<Long> rollout) {
        boolean lasting = exact && alone && release.minimum().isEmpty();
        return new Offer.Of(
                content.digest(),
                content.size(),
                release.at(),
                Optional.of(release.id()),
                rollout,
                lasting);
    }

    boolean isForSame(Candidate other) {
        return release.family().equals(other.release.family());
    }
}
