package org.fingerpost.firmware.releases;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fingerpost.firmware.blobs.BlobStore;

/**
 * Takes releases in. Everything that can be refused is refused before the bytes are touched; the
 * bytes are safe on the disk before the database hears of them, and no transaction waits for them.
 */
@ApplicationScoped
class Intake {
    private final BlobStore blobs;
    private final Releases releases;

    Intake(BlobStore blobs, Releases releases) {
        this.blobs = blobs;
        this.releases = releases;
    }

    Submission take(long provider, Upload upload) {
        Optional<FamilyName> family = FamilyName.find(upload.family());
        if (family.isEmpty()) {
            return new Submission.UnknownFamily(FamilyName.near(upload.family()));
        }
        Optional<FirmwareRelease> existing =
                releases.find(provider, family.get(), upload.version());
        if (existing.isPresent()) {
            return new Submission.VersionTaken(existing.get());
        }
        List<Releases.Staged> staged = new ArrayList<>();
        try {
            for (Upload.File file : upload.files()) {
                staged.add(new Releases.Staged(file.name(), blobs.stage(file.bytes())));
            }
            return releases.draft(provider, family.get(), upload.version(), staged);
        } finally {
            staged.forEach(file -> file.bytes().close());
        }
    }
}
