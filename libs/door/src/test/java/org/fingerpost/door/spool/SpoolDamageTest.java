package org.fingerpost.door.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that came to harm other than by a crash. */
class SpoolDamageTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123Z");
    private static final long ROOMY = 1L << 30;

    @TempDir private Path folder;

    private static boolean append(Spool spool, String text) throws IOException {
        return spool.append(NOON, "000b82123456", text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> texts(List<Entry> entries) {
        return entries.stream().map(e -> new String(e.body(), StandardCharsets.UTF_8)).toList();
    }

    @Test
    void aDamagedBookmarkMeansTwiceAndNotNever() throws Exception {
        try (Spool spool = Spool.open(folder, ROOMY)) {
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
            try (Spool spool = Spool.open(folder, ROOMY)) {
                assertThat(texts(spool.next(10))).containsExactly("a", "b");
            }
        }
    }

    @Test
    void aDamagedOldSegmentLosesItsRestAndNothingElse() throws Exception {
        List<Path> files;
        try (Spool spool = Spool.open(folder, 4000)) {
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
        try (Spool spool = Spool.open(folder, 4000)) {
            assertThat(spool.next(100)).hasSize(19);
            assertThat(spool.depth().dropped()).isEqualTo(1);
        }
    }

    @Test
    void damageUnderARunningSpoolCostsWhatLiesBehindItAndNoMore() throws Exception {
        try (Spool spool = Spool.open(folder, ROOMY)) {
            append(spool, "a");
            append(spool, "b");
            append(spool, "c");
            Path file = folder.resolve("0000000000000000001.spool1");
            try (RandomAccessFile damage = new RandomAccessFile(file.toFile(), "rw")) {
                damage.seek(damage.length() / 2);
                damage.write('?');
            }
            assertThat(texts(spool.next(10))).containsExactly("a");
            assertThat(spool.next(10)).isEmpty();
            append(spool, "d");
            assertThat(texts(spool.next(10))).containsExactly("d");
            spool.acknowledge();
            assertThat(spool.depth()).isEqualTo(new SpoolDepth(0, 0, 2));
        }
    }
}
