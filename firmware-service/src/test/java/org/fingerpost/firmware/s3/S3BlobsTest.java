package org.fingerpost.firmware.s3;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.fingerpost.firmware.blobs.BlobStore;
import org.fingerpost.firmware.blobs.BlobStoreSuite;
import org.fingerpost.firmware.blobs.Digest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

/** The suite against a foreign server, and what only a bucket can do. */
class S3BlobsTest extends BlobStoreSuite {
    @TempDir static Path server;
    private static S3Server s3;

    @TempDir Path folder;
    private S3Blobs blobs;
    private Bucket bucket;

    @BeforeAll
    static void start() throws IOException {
        s3 = S3Server.start(server);
    }

    @AfterAll
    static void stop() {
        s3.close();
    }

    @BeforeEach
    void open() {
        InstantSource time = () -> now;
        Clock clock = time.withZone(ZoneOffset.UTC);
        blobs = S3Access.open(s3.settings(), folder, clock, true);
        bucket = S3Access.bucket(s3.settings());
    }

    @AfterEach
    void empty() {
        List<String> keys = new ArrayList<>();
        bucket.list("", found -> keys.add(found.key()));
        keys.forEach(bucket::drop);
        bucket.giveUpParts("", Instant.MAX);
        bucket.close();
        blobs.close();
    }

    @Override
    protected BlobStore blobs() {
        return blobs;
    }

    @Override
    protected void spoil(Digest digest) {
        put("fingerpost/blobs/ba/" + digest.hex().substring(2), "abd");
    }

    @Test
    void whatLiesElsewhereInTheBucketIsNoBlob() {
        put("somebody/elses", "x");
        put("fingerpost/blobs/zz/short", "x");

        assertThat(all()).isEmpty();
    }

    @Test
    void aBlobOfWhichNothingSaysWhenItWasKeptIsAsOldAsItsObject() throws IOException {
        kept("abc");
        bucket.list("fingerpost/kept/", found -> bucket.drop(found.key()));

        assertThat(blobs.dropUnlessRenewed(ABC, START.plusSeconds(1))).isFalse();
        assertThat(blobs.dropUnlessRenewed(ABC, Instant.now().plusSeconds(3600))).isTrue();
    }

    @Test
    void partsThatCameOverBeforeACutAreNotSentAgain() throws IOException {
        String large = "0123456789abcdef".repeat(PartedUpload.PART / 16) + "and a bit";
        try (BlobStore.Staged staged = blobs.stage(stream(large))) {
            String key = new BucketKeys("fingerpost/").blob(staged.digest());
            Path cut = folder.resolve("cut");
            Files.writeString(cut, large.substring(0, PartedUpload.PART), US_ASCII);
            assertThatThrownBy(() -> bucket.putParts(key, cut, staged.size()))
                    .isInstanceOf(UncheckedIOException.class);
            assertThat(all()).isEmpty();

            assertThat(bucket.putParts(key, staged.file(), staged.size())).isEqualTo(1);
        }
        assertThat(content(all().getFirst().digest())).isEqualTo(large);
    }

    @Test
    void partsThatNobodyWillEndAreGivenUp() throws IOException {
        String key = "fingerpost/blobs/ab/cut";
        Path cut = Files.writeString(folder.resolve("cut"), "too short");
        assertThatThrownBy(() -> bucket.putParts(key, cut, 20)).isInstanceOf(Exception.class);

        blobs.tidy(Instant.now().minusSeconds(3600));
        assertThat(bucket.isBegun(key)).isTrue();
        blobs.tidy(Instant.now().plusSeconds(3600));

        assertThat(bucket.isBegun(key)).isFalse();
    }

    private void put(String key, String content) {
        byte[] bytes = content.getBytes(US_ASCII);
        bucket.put(key, PartedUpload.base64(PartedUpload.md5(bytes)), RequestBody.fromBytes(bytes));
    }
}
