package org.fingerpost.firmware.blobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderBlobsTest extends BlobStoreSuite {
    @TempDir Path folder;
    private FolderBlobs blobs;

    @BeforeEach
    void open() {
        InstantSource time = () -> now;
        Clock clock = time.withZone(ZoneOffset.UTC);
        blobs = FolderBlobs.open(folder, clock);
    }

    @Override
    protected BlobStore blobs() {
        return blobs;
    }

    @Override
    protected void spoil(Digest digest) throws IOException {
        Files.writeString(blobs.path(digest), "abd");
    }

    @Test
    void aBlobLiesBelowTheFirstTwoDigitsOfItsDigest() throws IOException {
        kept("abc");

        assertThat(filesIn("blobs"))
                .containsExactly(folder.resolve("blobs/ba").resolve(ABC.hex().substring(2)));
        assertThat(filesIn("incoming")).isEmpty();
    }

    @Test
    void aBlobThatIsThereIsNotWrittenAgain() throws IOException {
        Path blob = blobs.path(kept("abc"));
        Object identity = Files.getAttribute(blob, "unix:ino");

        kept("abc");

        assertThat(Files.getAttribute(blob, "unix:ino")).isEqualTo(identity);
    }

    @Test
    void aBlobThatLostItsEndIsReplacedByWholeBytes() throws IOException {
        Path blob = blobs.path(kept("abc"));
        Files.writeString(blob, "ab");

        kept("abc");

        assertThat(blob).hasContent("abc");
    }

    @Test
    void whatTheMachineCannotReadIsNotCalledSpoilt() throws IOException {
        Path blob = blobs.path(kept("abc"));
        Files.delete(blob);
        // Opened it can be, read it cannot: not even by root.
        Files.createDirectory(blob);

        assertThat(blobs.condition(ABC)).isEqualTo(BlobStore.Condition.UNREADABLE);
    }

    @Test
    void whatIsNoBlobIsNotShown() throws IOException {
        Files.createDirectories(folder.resolve("blobs/zz"));
        Files.writeString(folder.resolve("blobs/zz/somebody-else"), "x");
        Files.writeString(folder.resolve("blobs/lost+found"), "x");

        assertThat(all()).isEmpty();
    }

    @Test
    void whatACrashLeftUnfinishedIsGoneAfterTheNextStartAndBlobsAreNot() throws IOException {
        Path blob = blobs.path(kept("abc"));
        Files.writeString(folder.resolve("incoming/half"), "ha");
        Files.writeString(folder.resolve("uploads/body"), "bo");

        open();

        assertThat(filesIn("incoming")).isEmpty();
        assertThat(filesIn("uploads")).isEmpty();
        assertThat(blob).hasContent("abc");
    }

    private List<Path> filesIn(String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(name))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
