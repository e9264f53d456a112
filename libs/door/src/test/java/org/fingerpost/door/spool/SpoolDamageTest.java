package org.fingerpost.door.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that came to harm other than by a crash. */
class SpoolDamageTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123Z");
    private static final Instant FOUND = NOON.plusSeconds(3600);
    private static final Clock CLOCK = Clock.fixed(FOUND, ZoneOffset.UTC);
    private static final long ROOMY = 1L << 30;
    private static final String FIRST_SEGMENT = "0000000000000000001.spool1";

    @TempDir private Path folder;

    private static boolean append(Spool spool, String text) throws IOException {
        return spool.append(NOON, "000b82123456", text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> texts(List<Entry> entries) {
        return entries.stream().map(e -> new String(e.body(), StandardCharsets.UTF_8)).toList();
    }

    @Test
    void aDamagedBookmarkMeansTwiceAndNotNever() throws Exception {
        try (Spool spool = Spool.open(folder, ROOMY, CLOCK)) {
            append(spool, "a");
            append(spool, "b");
            spool.next(1);
            spool.acknowledge();
        }
        for (byte[] damage :
                List.of(
                        new byte[12],
                        new byte[3],
                        "nonsense....".getBytes(StandardCharsets.US_ASCII))) {
            Files.write(folder.resolve("acknowledged"), damage);
            try (Spool spool = Spool.open(folder, ROOMY, CLOCK)) {
                assertThat(texts(spool.next(10))).containsExactly("a", "b");
            }
        }
    }

    @Test
    void aDamagedOldSegmentLosesItsRestAndNothingElse() throws Exception {
        List<Path> files;
        try (Spool spool = Spool.open(folder, 4000, CLOCK)) {
            for (int i = 0; i < 20; i++) {
                append(spool, "entry number " + i + "x".repeat(100));
            }
        }
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(Segment::isOne).sorted().toList();
        }
        byte[] bytes = Files.readAllBytes(files.getFirst());
        bytes[bytes.length - 5] ^= 1;
        Files.write(files.getFirst(), bytes);
        try (Spool spool = Spool.open(folder, 4000, CLOCK)) {
            assertThat(spool.next(100)).hasSize(19);
            assertThat(spool.depth().dropped()).isEqualTo(1);
            assertThat(spool.lastLoss()).as("it came before others").contains(FOUND);
        }
    }

    @Test
    void damageUnderARunningSpoolCostsWhatLiesBehindItAndNoMore() throws Exception {
        try (Spool spool = Spool.open(folder, ROOMY, CLOCK)) {
            append(spool, "a");
            append(spool, "b");
            append(spool, "c");
            harm(folder.resolve(FIRST_SEGMENT));
            assertThat(texts(spool.next(10))).containsExactly("a");
            assertThat(spool.next(10)).isEmpty();
            assertThat(spool.lastLoss()).as("nothing has come since").contains(FOUND);
            append(spool, "d");
            assertThat(texts(spool.next(10))).containsExactly("d");
            spool.acknowledge();
            assertThat(spool.depth()).isEqualTo(new SpoolDepth(0, 0, 2));
        }
    }

    @Test
    void aDamagedLastSegmentIsTakenForALossAtTheNextStartAndItsNumbersComeOnce() throws Exception {
        fill("a", "b", "c");
        harm(folder.resolve(FIRST_SEGMENT));
        try (Spool spool = Spool.open(folder, ROOMY, CLOCK)) {
            assertThat(texts(spool.next(10))).containsExactly("a");
            assertThat(spool.lastLoss()).contains(FOUND);
            assertThat(spool.depth().dropped()).isEqualTo(2);
            append(spool, "d");
            assertThat(spool.next(10)).extracting(Entry::sequence).containsExactly(4L);
        }
    }

    @Test
    void aDamagedLastSegmentIsALossAlsoIfTheProcessEndsBeforeItIsRead() throws Exception {
        fill("a", "b", "c");
        harm(folder.resolve(FIRST_SEGMENT));
        Spool.open(folder, ROOMY, CLOCK).close();
        try (Spool spool = Spool.open(folder, ROOMY, CLOCK)) {
            assertThat(texts(spool.next(10))).containsExactly("a");
            assertThat(spool.lastLoss()).contains(FOUND);
        }
    }

    @Test
    void ofADamagedSegmentWhatWasAcknowledgedIsNotLost() throws Exception {
        try (Spool spool = Spool.open(folder, ROOMY, CLOCK)) {
            for (String text : List.of("a", "b", "c", "d")) {
                append(spool, text);
            }
            spool.next(3);
            spool.acknowledge();
        }
        harm(folder.resolve(FIRST_SEGMENT));
        try (Spool spool = Spool.open(folder, ROOMY, CLOCK)) {
            assertThat(spool.next(10)).isEmpty();
            assertThat(spool.depth().dropped()).as("the last alone").isEqualTo(1);
            assertThat(spool.lastLoss()).contains(FOUND);
        }
    }

    @Test
    void aFrameThatWasCutShortWasNeverPromisedAndIsNoLoss() throws Exception {
        fill("a", "b", "c");
        Path file = folder.resolve(FIRST_SEGMENT);
        byte[] whole = Files.readAllBytes(file);
        for (int cut = 1; cut < whole.length / 3; cut++) {
            Files.write(file, Arrays.copyOf(whole, whole.length - cut));
            try (Spool spool = Spool.open(folder, ROOMY, CLOCK)) {
                assertThat(texts(spool.next(10))).containsExactly("a", "b");
                assertThat(spool.lastLoss()).isEmpty();
            }
        }
    }

    @Test
    void aLastEntryThatIsWholeAndNotSoundIsALoss() throws Exception {
        fill("a", "b", "c");
        Path file = folder.resolve(FIRST_SEGMENT);
        byte[] whole = Files.readAllBytes(file);
        whole[whole.length - 1] ^= 1;
        Files.write(file, whole);
        try (Spool spool = Spool.open(folder, ROOMY, CLOCK)) {
            assertThat(texts(spool.next(10))).containsExactly("a", "b");
            assertThat(spool.lastLoss()).contains(FOUND);
        }
    }

    @Test
    void filesThatWereTakenAwayBeforeTheyWereReadAreALoss() throws Exception {
        try (Spool spool = Spool.open(folder, 4000, CLOCK)) {
            for (int i = 0; i < 20; i++) {
                append(spool, "entry number " + i + "x".repeat(100));
            }
            spool.next(1);
            spool.acknowledge();
        }
        Files.delete(folder.resolve(FIRST_SEGMENT));
        try (Spool spool = Spool.open(folder, 4000, CLOCK)) {
            int left = spool.next(100).size();
            assertThat(left).isLessThan(19);
            assertThat(spool.depth().dropped()).isEqualTo(19 - left);
            assertThat(spool.lastLoss()).contains(FOUND);
        }
    }

    private void fill(String... texts) throws IOException {
        try (Spool spool = Spool.open(folder, ROOMY, CLOCK)) {
            for (String text : texts) {
                append(spool, text);
            }
        }
    }

    /** In its middle. */
    private static void harm(Path file) throws IOException {
        try (RandomAccessFile damage = new RandomAccessFile(file.toFile(), "rw")) {
            damage.seek(damage.length() / 2);
            damage.write('?');
        }
    }
}
