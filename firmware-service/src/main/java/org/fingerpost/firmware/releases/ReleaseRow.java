package org.fingerpost.firmware.releases;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fingerpost.firmware.blobs.Digest;
import org.fingerpost.firmware.names.FamilyName;
import org.fingerpost.firmware.names.FileName;
import org.fingerpost.firmware.names.Naming;
import org.fingerpost.firmware.names.Version;
import org.hibernate.annotations.BatchSize;

@Entity
@Table(name = "release")
class ReleaseRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long providerId;
    String family;
    String version;
    String state;
    String notes;

    /** Empty for none. */
    String minimumVersion;

    String prefix;
    String postfix;
    String folder;
    Instant uploadedAt;
    Instant publishedAt;
    Instant withdrawnAt;

    @ElementCollection
    @CollectionTable(name = "release_file", joinColumns = @JoinColumn(name = "release_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = 100)
    List<FileRow> files = new ArrayList<>();

    @Embeddable
    static class FileRow {
        String name;
        String digest;
        long size;

        static FileRow of(FirmwareRelease.File file) {
            FileRow row = new FileRow();
            row.name = file.name().text();
            row.digest = file.digest().hex();
            row.size = file.size();
            return row;
        }

        FirmwareRelease.File toFile() {
            return new FirmwareRelease.File(new FileName(name), new Digest(digest), size);
        }
    }

    static ReleaseRow draft(FirmwareRelease wished, Instant now) {
        ReleaseRow row = new ReleaseRow();
        row.providerId = wished.provider();
        row.family = wished.family().text();
        row.version = wished.version().text();
        row.state = FirmwareRelease.State.DRAFT.word();
        row.notes = wished.notes();
        row.minimumVersion = wished.minimum().map(Version::text).orElse("");
        row.prefix = wished.naming().prefix();
        row.postfix = wished.naming().postfix();
        row.folder = wished.naming().folder();
        row.uploadedAt = now;
        wished.files().forEach(file -> row.files.add(FileRow.of(file)));
        return row;
    }

    FirmwareRelease toRelease() {
        return new FirmwareRelease(
                id,
                providerId,
                new FamilyName(family),
                new Version(version),
                state(),
                notes,
                Optional.of(minimumVersion).flatMap(Version::find),
                new Naming(prefix, postfix, folder),
                files.stream().map(FileRow::toFile).toList());
    }

    FirmwareRelease.State state() {
        return FirmwareRelease.State.of(state);
    }
}
