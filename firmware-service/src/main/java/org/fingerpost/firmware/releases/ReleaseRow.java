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
import java.util.Locale;
import org.fingerpost.firmware.blobs.Digest;
import org.fingerpost.firmware.catalog.FileName;
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
    Instant uploadedAt;
    Instant publishedAt;

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

    FirmwareRelease toRelease() {
        return new FirmwareRelease(
                id,
                providerId,
                family,
                new Version(version),
                FirmwareRelease.State.valueOf(state.toUpperCase(Locale.ROOT)),
                files.stream().map(FileRow::toFile).toList());
    }
}
