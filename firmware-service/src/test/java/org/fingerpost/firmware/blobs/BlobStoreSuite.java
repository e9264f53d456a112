package org.fingerpost.firmware.blobs;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every driver of blobs must do. A driver's test extends it and adds what is its own. */
public abstract class BlobStoreSuite {
    /** FIPS 180-2, appendix B.1. */
    protected static final Digest ABC =
            new Digest("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

    protected static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** What time it is for the store. */
    protected Instant now = START;

    protected abstract BlobStore blobs();

    /** Changes a blob behind the store's back. */
    protected abstract void spoil(Digest digest) throws IOException;

    @Test
    void bytesAreNamedByTheirDigest() throws IOException {
        assertThat(kept("abc")).isEqualTo(ABC);
        assertThat(content(ABC)).isEqualTo("abc");
        assertThat(blobs().condition(ABC)).isEqualTo(BlobStore.Condition.SOUND);
    }

    @Test
    void whatIsStagedIsNoBlobYetAndIsDroppedUnlessKept() throws IOException {
        try (BlobStore.Staged staged = blobs().stage(stream("abc"))) {
            assertThat(staged.digest()).isEqualTo(ABC);
            assertThat(staged.size()).isEqualTo(3);
            assertThat(all()).isEmpty();
        }
        assertThat(all()).isEmpty();
        assertThat(blobs().has(ABC, 3)).isFalse();
        assertThatThrownBy(() -> content(ABC)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void theSameBytesAreStoredOnceAndCountAsNew() throws IOException {
        kept("abc");
        now = START.plusSeconds(60);

        kept("abc");

        assertThat(all()).containsExactly(new BlobStore.Stored(ABC, 3, now));
    }

    @Test
    void bytesOfManyChunksArriveWhole() throws IOException {
        String long3MiBAndABit = "0123456789abcde".repeat(220_000);

        assertThat(content(kept(long3MiBAndABit))).isEqualTo(long3MiBAndABit);
    }

    @Test
    void aSourceThatBreaksLeavesNothing() {
        InputStream broken =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("cut");
                    }
                };

        assertThatThrownBy(() -> blobs().stage(broken)).isInstanceOf(IOException.class);
        assertThat(all()).isEmpty();
    }

    @Test
    void aWalkThatDecidedEarlierDropsNothingThatWasKeptSince() throws IOException {
        kept("abc");
        Instant decided = START.plusSeconds(1);
        now = decided;

        kept("abc");
        assertThat(blobs().dropUnlessRenewed(ABC, decided)).isFalse();

        assertThat(blobs().dropUnlessRenewed(ABC, decided.plusMillis(1))).isTrue();
        assertThat(blobs().dropUnlessRenewed(ABC, decided.plusMillis(1))).isFalse();
        assertThat(all()).isEmpty();
    }

    @Test
    void aSpoiltBlobIsPutAsideAndHealedByItsOwnBytes() throws IOException {
        kept("abc");
        spoil(ABC);
        assertThat(blobs().condition(ABC)).isEqualTo(BlobStore.Condition.SPOILT);

        blobs().quarantine(ABC);
        assertThat(blobs().condition(ABC)).isEqualTo(BlobStore.Condition.MISSING);
        assertThat(all()).isEmpty();
        kept("abc");

        assertThat(blobs().condition(ABC)).isEqualTo(BlobStore.Condition.SOUND);
    }

    @Test
    void aBlobOfAnotherSizeIsNotTheOne() throws IOException {
        kept("abc");

        assertThat(blobs().has(ABC, 3)).isTrue();
        assertThat(blobs().has(ABC, 2)).isFalse();
    }

    @Test
    void tidyingUpLeavesBlobsAlone() throws IOException {
        kept("abc");

        blobs().tidy(Instant.MAX);

        assertThat(content(ABC)).isEqualTo("abc");
    }

    @Test
    void quarantineOfWhatIsNotThereIsNoTrouble() {
        blobs().quarantine(ABC);

        assertThat(blobs().condition(ABC)).isEqualTo(BlobStore.Condition.MISSING);
    }

    @Test
    void aDigestCannotLeadOutOfTheStore() {
        assertThatThrownBy(() -> new Digest("../" + ABC.hex().substring(3)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Digest(ABC.hex().toUpperCase()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    protected String content(Digest digest) throws IOException {
        try (InputStream in = blobs().open(digest)) {
            return new String(in.readAllBytes(), US_ASCII);
        }
    }

    protected Digest kept(String content) throws IOException {
        try (BlobStore.Staged staged = blobs().stage(stream(content))) {
            blobs().keep(staged);
            return staged.digest();
        }
    }

    protected List<BlobStore.Stored> all() {
        List<BlobStore.Stored> all = new ArrayList<>();
        blobs().forEach(all::add);
        return all;
    }

    public static InputStream stream(String content) {
        return new ByteArrayInputStream(content.getBytes(US_ASCII));
    }
}
