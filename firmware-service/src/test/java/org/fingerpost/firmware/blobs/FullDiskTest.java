package org.fingerpost.firmware.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fingerpost.firmware.SmallDisk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a disk that is full nothing is kept half, and nothing that was kept is lost. */
class FullDiskTest {
    @TempDir Path folder;

    @Test
    void whatDoesNotFitLeavesNothingAndTheNextFits() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), 4)) {
            FolderBlobs blobs = FolderBlobs.open(disk.folder(), Clock.systemUTC());
            Digest small = kept(blobs, 1 << 20);

            assertThatThrownBy(() -> kept(blobs, 8 << 20)).isInstanceOf(IOException.class);

            assertThat(filesIn(disk.folder().resolve("incoming"))).isEmpty();
            assertThat(kept(blobs, 2 << 20)).isNotEqualTo(small);
            assertThat(blobs.condition(small)).isEqualTo(BlobStore.Condition.SOUND);
            List<BlobStore.Stored> all = new ArrayList<>();
            blobs.forEach(all::add);
            assertThat(all).hasSize(2);
        }
    }

    @Test
    void anUploadKeepsWhatCameUntilTheDiskWasFullAndGoesOnThere() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), 4)) {
            UnfinishedUploads uploads = UnfinishedUploads.open(disk.folder());
            Path rest = Files.write(disk.folder().resolve("rest"), new byte[3 << 20]);
            int size = 2 << 20;

            assertThatThrownBy(() -> uploads.append(1, zeros(size), size))
                    .isInstanceOf(IOException.class);
            long came = uploads.offset(1);
            assertThat(came).isBetween(1L, (long) size - 1);
            Files.delete(rest);

            uploads.append(1, zeros((int) (size - came)), size - came);
            assertThat(uploads.offset(1)).isEqualTo(size);
        }
    }

    private static Digest kept(BlobStore blobs, int size) throws IOException {
        try (BlobStore.Staged staged = blobs.stage(zeros(size))) {
            blobs.keep(staged);
            return staged.digest();
        }
    }

    private static InputStream zeros(int size) {
        return new ByteArrayInputStream(new byte[size]);
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
