package org.fingerpost.firmware.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobStoreTest {
    /** FIPS 180-2, appendix B.1. */
    private static final String DIGEST_OF_ABC =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir Path folder;
    @TempDir Path elsewhere;
    private BlobStore blobs;

    @BeforeEach
    void open() {
        blobs = BlobStore.open(folder);
    }

    @Test
    void bytesAreNamedByTheirDigest() throws IOException {
        Path blob = kept("abc");

        assertThat(blob)
                .isEqualTo(folder.resolve("blobs/ba").resolve(DIGEST_OF_ABC.substring(2)))
                .hasContent("abc");
        assertThat(blobs.path(new Digest(DIGEST_OF_ABC))).isEqualTo(blob);
    }

    @Test
    void whatIsStagedIsNoBlobYetAndIsDroppedUnlessKept() throws IOException {
        try (BlobStore.Staged staged = blobs.stage(file("abc"))) {
            assertThat(staged.digest()).hasToString(DIGEST_OF_ABC);
            assertThat(staged.size()).isEqualTo(3);
            assertThat(filesIn("incoming")).hasSize(1);
        }

        assertThat(filesIn("blobs")).isEmpty();
        assertThat(filesIn("incoming")).isEmpty();
    }

    @Test
    void theSameBytesAreStoredOnceAndNotTouchedAgain() throws IOException {
        Path first = kept("abc");
        Object identity = Files.readAttributes(first, "unix:ino").get("ino");

        Path second = kept("abc");

        assertThat(second).isEqualTo(first);
        assertThat(filesIn("blobs")).containsExactly(first);
        assertThat(filesIn("incoming")).isEmpty();
        assertThat(Files.readAttributes(second, "unix:ino").get("ino")).isEqualTo(identity);
    }

    @Test
    void aBlobThatLostItsEndIsReplacedByWholeBytes() throws IOException {
        Files.writeString(kept("abc"), "ab");

        assertThat(kept("abc")).hasContent("abc");
    }

    @Test
    void bytesOfManyChunksArriveWhole() throws IOException {
        String long3MiBAndABit = "0123456789abcde".repeat(220_000);

        assertThat(kept(long3MiBAndABit)).hasContent(long3MiBAndABit);
    }

    @Test
    void whatACrashLeftUnfinishedIsGoneAfterTheNextStartAndBlobsAreNot() throws IOException {
        Path blob = kept("abc");
        Files.writeString(folder.resolve("incoming/half"), "ha");
        Files.writeString(folder.resolve("uploads/body"), "bo");

        BlobStore.open(folder);

        assertThat(filesIn("incoming")).isEmpty();
        assertThat(filesIn("uploads")).isEmpty();
        assertThat(blob).hasContent("abc");
    }

    @Test
    void aSourceThatCannotBeReadLeavesNothing() throws IOException {
        assertThatThrownBy(() -> blobs.stage(elsewhere.resolve("missing")))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(filesIn("incoming")).isEmpty();
    }

    @Test
    void aDigestCannotLeadOutOfTheStore() {
        assertThatThrownBy(() -> new Digest("../" + DIGEST_OF_ABC.substring(3)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Digest(DIGEST_OF_ABC.toUpperCase()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Path kept(String content) throws IOException {
        try (BlobStore.Staged staged = blobs.stage(file(content))) {
            blobs.keep(staged);
            return blobs.path(staged.digest());
        }
    }

    private Path file(String content) throws IOException {
        return Files.writeString(elsewhere.resolve("upload"), content);
    }

    private List<Path> filesIn(String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(name))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
