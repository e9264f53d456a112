package org.fingerpost.firmware.uploads;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.fingerpost.firmware.blobs.Digest;
import org.fingerpost.firmware.names.FileName;

@Entity
@Table(name = "upload")
class UploadRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long providerId;
    String name;
    long size;

    /** Null if none was promised. */
    String digest;

    boolean sound;
    Instant expiresAt;

    Upload toUpload() {
        return new Upload(
                id,
                providerId,
                new FileName(name),
                size,
                Optional.ofNullable(digest).map(Digest::new),
                sound,
                expiresAt);
    }
}
