package org.fingerpost.firmware.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.fingerpost.firmware.blobs.BlobStore;
import org.fingerpost.firmware.blobs.BlobStoreSuite;
import org.fingerpost.firmware.blobs.Digest;
import org.fingerpost.firmware.blobs.StoreAway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of wrong settings, and of a store that is away. */
class S3AccessTest {
    @TempDir Path folder;

    @Test
    void whatTheStoreRefusesStopsTheStartOfWhoeverWritesAndOfNoDoor() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong"), "not-the-secret");
        try (S3Server s3 = S3Server.start(folder)) {
            assertThatThrownBy(() -> opened(s3.settings("nowhere", folder.resolve("secret")), true))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("there is no bucket 'nowhere'");
            assertThatThrownBy(() -> opened(s3.settings(S3Server.BUCKET, wrong), true))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("the key may not use")
                    .hasMessageNotContaining("not-the-secret");
            opened(s3.settings("nowhere", folder.resolve("secret")), false).close();
        }
    }

    @Test
    void settingsThatAreNoneStopTheStartWithASentence() throws IOException {
        try (S3Server s3 = S3Server.start(folder)) {
            assertThatThrownBy(() ->
                            opened(s3.settings(S3Server.BUCKET, folder.resolve("nothing")), false))
                    .hasMessageContaining("fingerpost.firmware.s3.secret-key-file cannot read");
            Path two = Files.writeString(folder.resolve("two"), "two words");
            assertThatThrownBy(() -> opened(s3.settings(S3Server.BUCKET, two), false))
                    .hasMessageContaining("does not hold one word")
                    .hasMessageNotContaining("two words");
        }
    }

    @Test
    void aStoreThatIsAwayIsSaidSoAndHealsByItself() throws IOException {
        try (S3Server s3 = S3Server.start(folder)) {
            s3.kill();
            try (S3Blobs blobs = opened(s3.settings(), true);
                    BlobStore.Staged staged = blobs.stage(BlobStoreSuite.stream("abc"))) {
                Digest abc = staged.digest();
                assertThatThrownBy(() -> blobs.keep(staged))
                        .isInstanceOf(StoreAway.class)
                        .hasMessageContaining("did not answer");
                assertThat(blobs.condition(abc)).isEqualTo(BlobStore.Condition.UNREADABLE);

                s3.begin();
                blobs.keep(staged);
                assertThat(blobs.condition(abc)).isEqualTo(BlobStore.Condition.SOUND);
            }
        }
    }

    private S3Blobs opened(S3Settings settings, boolean mustBeUsable) {
        return S3Access.open(settings, folder, Clock.systemUTC(), mustBeUsable);
    }
}
