package org.fingerpost.firmware.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store does that encrypts; the foreign server of the suite does not. */
class PartedUploadTest {
    private static final String KEY = "blobs/ab/cdef";

    @TempDir Path folder;
    private final SealingStore s3 = new SealingStore();

    @Test
    void anUploadIsEndedWithTheETagsThatTheStoreGave() throws IOException {
        Path file = Files.write(folder.resolve("large"), new byte[PartedUpload.PART + 1]);
        PartedUpload upload = new PartedUpload(s3, "firmware", KEY);

        assertThat(upload.send(file, Files.size(file))).isEqualTo(2);

        assertThat(s3.ended).isTrue();
    }

    @Test
    void anUploadIsGivenUpByItsNewestPart() {
        Instant day = Instant.parse("2026-03-01T00:00:00Z");
        s3.begun = true;
        s3.parts.put(1, "any");
        s3.begunAt = day;
        s3.partsAt = day.plusSeconds(60);

        assertThat(PartedUpload.giveUp(s3, "firmware", "", day.plusSeconds(30))).isZero();
        assertThat(s3.begun).isTrue();
        assertThat(PartedUpload.giveUp(s3, "firmware", "", day.plusSeconds(90))).isEqualTo(1);
        assertThat(s3.begun).isFalse();
    }
}
