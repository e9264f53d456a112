package org.fingerpost.config.archives.jobs;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * An archive that is being taken over.
 *
 * @param keyId of the provider's key that its documents wait under
 * @param overwrite what is there already may be changed
 * @param decided documents that are there now, or rejected
 */
public record ArchiveJob(
        long id,
        long provider,
        String keyId,
        boolean overwrite,
        State state,
        Optional<String> reason,
        long documents,
        long decided,
        long rejected,
        Instant askedAt,
        Optional<Instant> finishedAt) {

    public enum State {
        FILLING,
        RUNNING,
        DONE,
        FAILED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isThrough() {
        return decided == documents;
    }
}
