package org.fingerpost.firmware.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedUploadsTest {
    @TempDir Path folder;

    @Test
    void whatCameBeforeACutStaysAndTheRestIsAppended() throws IOException {
        UnfinishedUploads uploads = UnfinishedUploads.open(folder);
        InputStream cut = new SequenceInputStream(BlobStoreSuite.stream("firm"), broken());

        assertThatThrownBy(() -> uploads.append(1, cut, 8)).isInstanceOf(IOException.class);
        UnfinishedUploads afterARestart = UnfinishedUploads.open(folder);

        assertThat(afterARestart.offset(1)).isEqualTo(4);
        assertThat(afterARestart.append(1, BlobStoreSuite.stream("ware"), 4)).isTrue();
        assertThat(afterARestart.path(1)).hasContent("firmware");
        Files.writeString(afterARestart.path(1).resolveSibling(".nfs01"), "another's");
        assertThat(afterARestart.all()).containsExactly(1L);
    }

    @Test
    void nothingIsWrittenBeyondTheEnd() throws IOException {
        UnfinishedUploads uploads = UnfinishedUploads.open(folder);

        assertThat(uploads.append(1, BlobStoreSuite.stream("firmware"), 4)).isFalse();
        assertThat(uploads.path(1)).hasContent("firm");
    }

    private static InputStream broken() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("cut");
            }
        };
    }
}
