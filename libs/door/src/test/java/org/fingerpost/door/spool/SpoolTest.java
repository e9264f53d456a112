package org.fingerpost.door.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123Z");
    private static final Clock CLOCK = Clock.fixed(NOON.plusSeconds(1), ZoneOffset.UTC);
    private static final long ROOMY = 1L << 30;

    @TempDir private Path folder;

    private static boolean append(Spool spool, String text) throws IOException {
        return spool.append(NOON, "000b82123456", text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> texts(List<Entry> entries) {
        return entries.stream().map(e -> new String(e.body(), StandardCharsets.UTF_8)).toList();
    }

    private long segments() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Segment::isOne).count();
        }
    }

    @Test
    void whatWentInComesOutInOrder() throws Exception {
        try (Spool spool = Spool.open(folder, ROOMY, CLOCK)) {
            assertThat(append(spool, "one")).isTrue();
            assertThat(append(spool, "zwölf")).isTrue();
            spool.append(NOON, "", new byte[0]);
            List<Entry> entries = spool.next(10);
            assertThat(texts(entries)).containsExactly("one", "zwölf", "");
            assertThat(entries).extracting(Entry::sequence).containsExactly(1L, 2L, 3L);
            assertThat(entries)
                    .extracting(Entry::key)
                    .containsExactly("000b82123456", "000b82123456", "");
            assertThat(entries).extracting(Entry::time).containsOnly(NOON);
            assertThat(spool.next(10)).isEmpty();
        }
    }

    @Test
    void whatWasNotAcknowledgedComesAgainAfterARestart() throws Exception {
        try (Spool spool = Spool.open(folder, ROOMY, CLOCK)) {
            for (String text : List.of("a", "b", "c")) {
                append(spool, text);
            }
            spool.next(2);
            spool.acknowledge();
            spool.next(2);
            assertThat(spool.depth().entries()).isEqualTo(1);
        }
        try (Spool spool = Spool.open(folder, ROOMY, CLOCK)) {
            assertThat(spool.depth().entries()).isEqualTo(1);
            assertThat(texts(spool.next(10))).containsExactly("c");
        }
    }

    @Test
    void numbersGoOnAlsoWhenEverythingWasAcknowledged() throws Exception {
        UUID door = null;
        List<Long> numbers = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            try (Spool spool = Spool.open(folder, ROOMY, CLOCK)) {
                assertThat(door == null || door.equals(spool.door())).isTrue();
                door = spool.door();
                append(spool, "x");
                append(spool, "y");
                spool.next(10).forEach(entry -> numbers.add(entry.sequence()));
                spool.acknowledge();
                assertThat(spool.depth()).isEqualTo(new SpoolDepth(0, 0, 0));
            }
        }
        assertThat(numbers).isEqualTo(LongStream.rangeClosed(1, 8).boxed().toList());
    }

    @Test
    void numbersGoOnEvenIfTheFilesWereTakenAway() throws Exception {
        try (Spool spool = Spool.open(folder, ROOMY, CLOCK)) {
            append(spool, "x");
            append(spool, "y");
            spool.next(10);
            spool.acknowledge();
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Segment::isOne).toList()) {
                Files.delete(file);
            }
        }
        try (Spool spool = Spool.open(folder, ROOMY, CLOCK)) {
            append(spool, "z");
            assertThat(spool.next(10)).extracting(Entry::sequence).containsExactly(3L);
        }
    }

    @Test
    void whenSomethingWasLastLostIsKnownAfterARestartToo() throws Exception {
        try (Spool spool = Spool.open(folder, 10_000, CLOCK)) {
            assertThat(spool.lastLoss()).isEmpty();
            while (append(spool, "x".repeat(100))) {
                // until it is full
            }
            assertThat(spool.lastLoss()).contains(NOON);
        }
        try (Spool spool = Spool.open(folder, 10_000, CLOCK)) {
            assertThat(spool.lastLoss()).contains(NOON);
            spool.append(NOON.minusSeconds(60), "", new byte[100]);
            assertThat(spool.lastLoss()).as("the latest, whatever came last").contains(NOON);
        }
    }

    @Test
    void aFullSpoolRefusesAndCountsAndHasRoomAgainAfterAcknowledging() throws Exception {
        try (Spool spool = Spool.open(folder, 10_000, CLOCK)) {
            int kept = 0;
            while (append(spool, "x".repeat(100))) {
                kept++;
            }
            assertThat(kept).isBetween(50, 80);
            assertThat(append(spool, "x".repeat(100))).isFalse();
            assertThat(spool.depth().dropped()).isEqualTo(2);
            assertThat(spool.depth().entries()).isEqualTo(kept);
            assertThat(spool.depth().bytes()).isLessThanOrEqualTo(10_000);
            assertThat(spool.next(1000)).hasSize(kept);
            spool.acknowledge();
            assertThat(segments()).isEqualTo(1);
            assertThat(append(spool, "again")).isTrue();
            assertThat(spool.next(10)).extracting(Entry::sequence).containsExactly(kept + 1L);
        }
    }

    @Test
    void theSizeOnTheDiskStaysBelowTheLimit() throws Exception {
        try (Spool spool = Spool.open(folder, 10_000, CLOCK)) {
            for (int i = 0; i < 1000; i++) {
                append(spool, "x".repeat(i % 300));
                if (i % 50 == 0) {
                    spool.next(20);
                    spool.acknowledge();
                }
                long size = 0;
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : files.filter(Segment::isOne).toList()) {
                        size += Files.size(file);
                    }
                }
                assertThat(size).isLessThanOrEqualTo(10_000);
            }
        }
    }

    @Test
    void aSecondProcessIsRefused() throws Exception {
        try (Spool spool = Spool.open(folder, ROOMY, CLOCK)) {
            assertThat(append(spool, "x")).isTrue();
            assertThatThrownBy(() -> Spool.open(folder, ROOMY, CLOCK))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("another process uses the spool");
        }
        Spool.open(folder, ROOMY, CLOCK).close();
    }

    @Test
    void aSpoolThatIsClosedRefusesAndCounts() throws Exception {
        Spool spool = Spool.open(folder, ROOMY, CLOCK);
        spool.close();
        assertThatThrownBy(() -> append(spool, "x")).isInstanceOf(IOException.class);
        assertThat(spool.depth().dropped()).isEqualTo(1);
    }

    @Test
    void manyThreadsAppendAndOneReadsWithoutLossOrDisorder() throws Exception {
        int threads = 4;
        int each = 5_000;
        List<Long> numbers = new ArrayList<>();
        try (Spool spool = Spool.open(folder, ROOMY, CLOCK);
                ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (int t = 0; t < threads; t++) {
                pool.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        append(spool, "x".repeat(i % 2000));
                    }
                    return null;
                });
            }
            while (numbers.size() < threads * each) {
                List<Entry> batch = spool.next(777);
                batch.forEach(entry -> numbers.add(entry.sequence()));
                spool.acknowledge();
                if (batch.isEmpty()) {
                    spool.await(Duration.ofSeconds(1));
                }
            }
            assertThat(spool.depth()).isEqualTo(new SpoolDepth(0, 0, 0));
        }
        assertThat(numbers).isEqualTo(LongStream.rangeClosed(1, threads * each).boxed().toList());
        assertThat(segments()).isEqualTo(1);
    }
}
