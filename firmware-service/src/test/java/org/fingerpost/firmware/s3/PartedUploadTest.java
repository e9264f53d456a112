package org.fingerpost.firmware.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
