package org.fingerpost.config.archives;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.fingerpost.config.archives.jobs.ArchiveJobs;
import org.fingerpost.config.keys.changes.KeyUser;

/** Documents that wait are sealed under the key that their archive began with. */
@ApplicationScoped
class WaitingArchives implements KeyUser {
    private final ArchiveJobs jobs;

    WaitingArchives(ArchiveJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public Optional<String> needs(long provider, String keyId) {
        return jobs.wait(provider, keyId)
                ? Optional.of("archives that are being taken over")
                : Optional.empty();
    }
}
