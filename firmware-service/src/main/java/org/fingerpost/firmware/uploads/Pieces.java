package org.fingerpost.firmware.uploads;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.fingerpost.firmware.blobs.Digest;
import org.fingerpost.firmware.blobs.UnfinishedUploads;
import org.fingerpost.problems.Problem;

/** Takes the pieces of uploads, one at a time of each; no transaction waits for their bytes. */
@ApplicationScoped
class Pieces {
    private final Uploads uploads;
    private final UnfinishedUploads bytes;

    Pieces(Uploads uploads, UnfinishedUploads bytes) {
        this.uploads = uploads;
        this.bytes = bytes;
    }

    /**
     * Appends a piece. What came before a cut stays.
     *
     * @return the offset of the next
     */
    long take(Upload upload, long offset, InputStream piece) throws IOException {
        try (Uploads.Use _ = uploads.use(upload.owner(), List.of(upload.id()))) {
            uploads.mustBeThere(upload.id());
            long has = uploads.offset(upload);
            if (offset != has) {
                throw Problem.conflict(
                                "offset-differs",
                                "upload " + upload.id() + " goes on at " + has + ", not " + offset)
                        .with("offset", has);
            }
            return append(upload, has, piece);
        }
    }

    /**
     * Checks an upload whose last byte came and that was not checked, because the process died in
     * between.
     *
     * @throws Problem if its bytes are not what was promised; it is dropped then
     */
    void settle(Upload upload) {
        if (upload.sound()
                || uploads.offset(upload) < upload.size()
                || uploads.isInUse(upload.owner(), upload.id())) {
            return;
        }
        try (Uploads.Use _ = uploads.use(upload.owner(), List.of(upload.id()))) {
            check(upload);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read upload " + upload.id(), e);
        }
    }

    private long append(Upload upload, long has, InputStream piece) throws IOException {
        boolean fits;
        try {
            fits = bytes.append(upload.id(), piece, upload.size() - has);
        } finally {
            uploads.renew(upload.id());
        }
        if (!fits) {
            throw Problem.tooLarge("an upload of " + upload.size() + " bytes ends there");
        }
        long now = uploads.offset(upload);
        if (now == upload.size()) {
            check(upload);
        }
        return now;
    }

    /** Bytes other than those that were promised are of no use to anybody. */
    private void check(Upload upload) throws IOException {
        Digest found = Digest.of(bytes.path(upload.id()));
        if (upload.digest().filter(promised -> !promised.equals(found)).isPresent()) {
            uploads.drop(List.of(upload.id()));
            throw Problem.invalid(
                            "digest-differs",
                            "the bytes are not what was promised; the upload is deleted")
                    .with("digest", found.hex());
        }
        uploads.settle(upload.id());
    }
}
