package org.fingerpost.firmware.releases;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.fingerpost.access.Caller;
import org.fingerpost.firmware.blobs.BlobStore;
import org.fingerpost.firmware.catalog.FileName;
import org.fingerpost.outbox.Outbox;
import org.fingerpost.problems.Problem;

/** Keeps the releases: draft first, published by a word of their own. */
@ApplicationScoped
class Releases {
    private static final String TYPE = "org.fingerpost.firmware.release.v1";

    private final ReleaseRows rows;
    private final BlobStore blobs;
    private final Outbox outbox;
    private final Clock clock;

    Releases(ReleaseRows rows, BlobStore blobs, Outbox outbox, Clock clock) {
        this.rows = rows;
        this.blobs = blobs;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A file whose bytes wait to become a blob. */
    record Staged(FileName name, BlobStore.Staged bytes) {
        FirmwareRelease.File toFile() {
            return new FirmwareRelease.File(name, bytes.digest(), bytes.size());
        }
    }

    /** A release as it now is. */
    record Kept(FirmwareRelease release, long commit) {}

    /**
     * Drafts a release. The blobs are kept last, when the database has taken everything but the
     * commit: a release that was refused leaves none, a release that is there has all.
     */
    @Transactional
    Submission draft(long provider, FamilyName family, Version version, List<Staged> files) {
        ReleaseRow row = new ReleaseRow();
        row.providerId = provider;
        row.family = family.text();
        row.version = version.text();
        row.state = FirmwareRelease.State.DRAFT.word();
        row.uploadedAt = clock.instant();
        files.forEach(file -> row.files.add(ReleaseRow.FileRow.of(file.toFile())));
        rows.persistAndFlush(row);
        Submission drafted = new Submission.Drafted(row.toRelease(), tell(row));
        files.forEach(file -> blobs.keep(file.bytes()));
        return drafted;
    }

    /** From now on phones get it. Publishing twice is publishing once: the time stays. */
    @Transactional
    Kept publish(Caller caller, long id) {
        ReleaseRow row =
                rows.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                        .filter(found -> caller.sees(found.providerId))
                        .orElseThrow(() -> Problem.notFound("no release " + id));
        if (row.publishedAt == null) {
            row.publishedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        }
        row.state = FirmwareRelease.State.PUBLISHED.word();
        rows.flush();
        return new Kept(row.toRelease(), tell(row));
    }

    /** A page of what the caller may see, oldest first, from behind {@code after} on. */
    @Transactional
    List<FirmwareRelease> seenBy(Caller caller, long after, int size) {
        List<ReleaseRow> page =
                switch (caller) {
                    case Caller.Operator() -> rows.page(after, size);
                    case Caller.OfProvider(long provider) -> rows.pageOf(provider, after, size);
                };
        return page.stream().map(ReleaseRow::toRelease).toList();
    }

    @Transactional
    Optional<FirmwareRelease> find(Caller caller, long id) {
        return rows.findByIdOptional(id)
                .filter(row -> caller.sees(row.providerId))
                .map(ReleaseRow::toRelease);
    }

    @Transactional
    Optional<FirmwareRelease> find(long provider, FamilyName family, Version version) {
        return rows.named(provider, family, version).map(ReleaseRow::toRelease);
    }

    private long tell(ReleaseRow row) {
        List<FileState> files =
                row.files.stream().map(f -> new FileState(f.name, f.digest, f.size)).toList();
        String publishedAt = row.publishedAt == null ? "" : row.publishedAt.toString();
        return outbox.append(
                "release/" + row.id,
                TYPE,
                new State(
                        row.id,
                        row.providerId,
                        row.family,
                        row.version,
                        row.state,
                        publishedAt,
                        files));
    }

    /** {@code publishedAt} is left out of a draft. */
    private record State(
            long id,
            long provider,
            String family,
            String version,
            String state,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String publishedAt,
            List<FileState> files) {}

    private record FileState(String name, String digest, long size) {}
}
