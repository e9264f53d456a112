package org.fingerpost.firmware.uploads;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.fingerpost.firmware.blobs.Digest;

/** An upload in JSON; it is finished when all has come and was checked. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record UploadView(
        long id,
        long providerId,
        String name,
        long size,
        long offset,
        boolean finished,
        String digest,
        Instant expiresAt) {
    static UploadView of(Upload upload, long offset) {
        return new UploadView(
                upload.id(),
                upload.owner(),
                upload.name().text(),
                upload.size(),
                offset,
                upload.sound() && offset == upload.size(),
                upload.digest().map(Digest::hex).orElse(""),
                upload.expires());
    }
}
