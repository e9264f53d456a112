package org.fingerpost.firmware.releases.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.fingerpost.firmware.blobs.BlobStore;
import org.fingerpost.firmware.names.FamilyName;
import org.fingerpost.firmware.releases.FirmwareRelease;
import org.fingerpost.firmware.releases.Releases;

/**
 * Takes releases in. What can be refused by its words is refused before the bytes are touched; the
 * bytes are safe in the store before the database hears of them, and no transaction waits for them.
 */
@ApplicationScoped
class Intake {
    private final BlobStore blobs;
    private final Releases releases;
    private final UploadLimit limit;

    Intake(BlobStore blobs, Releases releases, UploadLimit limit) {
        this.blobs = blobs;
        this.releases = releases;
        this.limit = limit;
    }

    Submission take(long owner, NewRelease sent) throws IOException {
        limit.check(sent);
        Optional<FamilyName> family = FamilyName.find(sent.family());
        if (family.isEmpty()) {
            return new Submission.UnknownFamily(FamilyName.near(sent.family()));
        }
        Optional<FirmwareRelease> existing = releases.find(owner, family.get(), sent.version());
        if (existing.isPresent()) {
            return new Submission.VersionTaken(existing.get());
        }
        releases.mustHaveRoom(owner);
        try (StagedFiles staged = new StagedFiles(blobs, limit.mostBytes())) {
            for (NewRelease.File file : sent.files()) {
                staged.take(file);
            }
            Optional<String> contradiction = staged.contradiction(family.get(), sent.version());
            return contradiction.isPresent()
                    ? new Submission.Contradicted(contradiction.get())
                    : drafted(releases.draft(wished(owner, family.get(), sent, staged.keep())));
        }
    }

    private static FirmwareRelease wished(
            long owner, FamilyName family, NewRelease sent, List<FirmwareRelease.File> files) {
        return new FirmwareRelease(
                0,
                owner,
                family,
                sent.version(),
                FirmwareRelease.State.DRAFT,
                sent.notes(),
                sent.minimum(),
                sent.naming(),
                files);
    }

    private static Submission drafted(Releases.Kept kept) {
        return new Submission.Drafted(kept.release(), kept.commit());
    }
}
