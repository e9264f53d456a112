package org.fingerpost.firmware.uploads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.fingerpost.access.Caller;
import org.fingerpost.firmware.blobs.Digest;
import org.fingerpost.firmware.blobs.UnfinishedUploads;
import org.fingerpost.firmware.names.FileName;
import org.fingerpost.problems.Problem;

/** Keeps what is known of uploads; their bytes are on the disk. */
@ApplicationScoped
public class Uploads {
    private final UploadRows rows;
    private final UnfinishedUploads bytes;
    private final UploadsConfig config;
    private final Clock clock;
    private final Set<InUse> inUse = ConcurrentHashMap.newKeySet();

    Uploads(UploadRows rows, UnfinishedUploads bytes, UploadsConfig config, Clock clock) {
        this.rows = rows;
        this.bytes = bytes;
        this.config = config;
        this.clock = clock;
    }

    /** A file that has come to its end. */
    public record Finished(FileName name, Path bytes, long size) {}

    private record InUse(long owner, long id) {}

    /** Uploads that somebody goes on with or uses up; nobody else does until it is closed. */
    public final class Use implements AutoCloseable {
        private final long owner;
        private final List<Long> uploads;

        private Use(long owner, List<Long> uploads) {
            this.owner = owner;
            this.uploads = uploads;
        }

        public List<Long> uploads() {
            return uploads;
        }

        @Override
        public void close() {
            uploads.forEach(id -> inUse.remove(new InUse(owner, id)));
        }
    }

    /**
     * Looks at nothing but who else is at it: they may not be there, or be another's.
     *
     * @throws Problem if somebody is at one just now
     */
    public Use use(long owner, List<Long> ids) {
        List<Long> got = new ArrayList<>();
        for (Long id : new LinkedHashSet<>(ids)) {
            if (!inUse.add(new InUse(owner, id))) {
                new Use(owner, got).close();
                throw Problem.conflict(
                        "upload-in-use",
                        "a piece of upload " + id + " comes in, or a release is being made of it");
            }
            got.add(id);
        }
        return new Use(owner, List.copyOf(got));
    }

    boolean isInUse(long owner, long id) {
        return inUse.contains(new InUse(owner, id));
    }

    @Transactional
    Upload begin(long owner, FileName name, long size, Optional<Digest> digest) {
        long largest = config.largest().asLongValue();
        if (size > largest) {
            throw Problem.tooLarge("an upload has " + largest + " bytes at the most");
        }
        if (rows.of(owner).size() >= config.most()) {
            throw Problem.conflict(
                    "too-many-uploads",
                    "you have "
                            + config.most()
                            + " uploads: make releases of them, or delete some");
        }
        if (free() < size) {
            throw Problem.notNow("no-room", "the disk has no room for " + size + " bytes");
        }
        UploadRow row = new UploadRow();
        row.providerId = owner;
        row.name = name.text();
        row.size = size;
        digest.ifPresent(promised -> row.digest = promised.hex());
        row.expiresAt = clock.instant().plus(config.keep());
        rows.persistAndFlush(row);
        return row.toUpload();
    }

    /**
     * @throws Problem if there is none that the caller may see
     */
    @Transactional
    Upload get(Caller caller, long id) {
        return rows.findByIdOptional(id)
                .filter(row -> caller.sees(row.providerId))
                .map(UploadRow::toUpload)
                .orElseThrow(() -> Problem.notFound("no upload " + id));
    }

    @Transactional
    List<Upload> of(long owner) {
        return rows.of(owner).stream().map(UploadRow::toUpload).toList();
    }

    long offset(Upload upload) {
        return bytes.offset(upload.id());
    }

    /**
     * The files of these uploads, in their order.
     *
     * @throws Problem if one is not the owner's, or not finished
     */
    @Transactional
    public List<Finished> finished(long owner, List<Long> ids) {
        return ids.stream().map(id -> finished(owner, id)).toList();
    }

    /**
     * They have become a release, or nobody wants them. Bytes without a row are found by the walk,
     * a row without its bytes by nobody: so the row goes first, and for good.
     */
    public void drop(List<Long> ids) {
        rows.forget(ids);
        ids.forEach(bytes::drop);
    }

    /**
     * For whoever has just begun to use it.
     *
     * @throws Problem if it was dropped meanwhile
     */
    @Transactional
    void mustBeThere(long id) {
        if (rows.findById(id) == null) {
            throw Problem.notFound("no upload " + id);
        }
    }

    /** All of it has come, and is what was promised. */
    @Transactional
    void settle(long id) {
        rows.update("sound = true where id = ?1", id);
    }

    /** Another piece came, or a part of one. */
    @Transactional
    void renew(long id) {
        rows.renew(id, clock.instant().plus(config.keep()));
    }

    /** Forgets what nobody went on with nor does now, and bytes of which no row tells. */
    @Transactional
    public void sweep() {
        // In this order: a file begins after its row.
        List<Long> files = bytes.all().toList();
        Instant now = clock.instant();
        rows.expired(now).forEach(row -> forget(new InUse(row.providerId, row.id), now));
        Set<Long> known = rows.streamAll().map(row -> row.id).collect(Collectors.toSet());
        files.stream().filter(id -> !known.contains(id)).forEach(bytes::drop);
    }

    private void forget(InUse expired, Instant now) {
        if (inUse.add(expired)) {
            try {
                if (rows.deleteExpired(expired.id, now)) {
                    bytes.drop(expired.id);
                }
            } finally {
                inUse.remove(expired);
            }
        }
    }

    /** What is free when all that was begun has come. */
    private long free() {
        long coming =
                rows.unfinished().stream()
                        .mapToLong(row -> Math.max(0, row.size - bytes.offset(row.id)))
                        .sum();
        return bytes.room() - coming - config.reserve().asLongValue();
    }

    private Finished finished(long owner, long id) {
        Upload upload =
                rows.findByIdOptional(id)
                        .filter(row -> row.providerId == owner)
                        .map(UploadRow::toUpload)
                        .orElseThrow(() ->
                                Problem.invalid("no-such-upload", "you have no upload " + id));
        // A backup of the database has no bytes of uploads.
        if (!upload.sound() || offset(upload) < upload.size()) {
            throw Problem.conflict(
                    "upload-unfinished",
                    "upload "
                            + id
                            + " has "
                            + offset(upload)
                            + " of "
                            + upload.size()
                            + " bytes; if that is all, ask for it once: it is checked then");
        }
        return new Finished(upload.name(), bytes.path(id), upload.size());
    }
}
