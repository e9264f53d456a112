package org.fingerpost.door.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolCrashTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final long ROOMY = 1L << 30;
    private static final String FIRST_SEGMENT = "0000000000000000001.spool1";

    @TempDir private Path folder;

    /** Sizes of the file after each entry; the first is that of none. */
    private List<Integer> fill(Path spoolFolder, Random random, int entries) throws IOException {
        List<Integer> ends = new ArrayList<>(List.of(0));
        try (Spool spool = Spool.open(spoolFolder, ROOMY, CLOCK)) {
            for (int i = 0; i < entries; i++) {
                byte[] body = new byte[random.nextInt(60)];
                random.nextBytes(body);
                spool.append(Instant.EPOCH, "k".repeat(random.nextInt(3)), body);
                ends.add((int) Files.size(spoolFolder.resolve(FIRST_SEGMENT)));
            }
        }
        return ends;
    }

    private static void reopensWith(Path spoolFolder, long entries) throws IOException {
        try (Spool spool = Spool.open(spoolFolder, ROOMY, CLOCK)) {
            spool.append(Instant.EPOCH, "", "after".getBytes(StandardCharsets.US_ASCII));
            List<Entry> found = spool.next(1000);
            assertThat(found)
                    .extracting(Entry::sequence)
                    .isEqualTo(LongStream.rangeClosed(1, entries + 1).boxed().toList());
            assertThat(found.getLast().body()).asString().isEqualTo("after");
        }
    }

    @Test
    void aFileCutAnywhereKeepsExactlyItsWholeEntries() throws Exception {
        List<Integer> ends = fill(folder, new Random(42), 6);
        Path segment = folder.resolve(FIRST_SEGMENT);
        byte[] whole = Files.readAllBytes(segment);
        for (int cut = 0; cut <= whole.length; cut++) {
            Files.write(segment, Arrays.copyOf(whole, cut));
            int length = cut;
            long kept = ends.stream().filter(end -> end > 0 && end <= length).count();
            reopensWith(folder, kept);
        }
    }

    @Test
    void aTailOfZeroesOrNonsenseTakesNoWholeEntryWithIt() throws Exception {
        Random random = new Random(43);
        List<Integer> ends = fill(folder, random, 6);
        Path segment = folder.resolve(FIRST_SEGMENT);
        byte[] whole = Files.readAllBytes(segment);
        for (int round = 0; round < 300; round++) {
            int cut = random.nextInt(whole.length);
            byte[] torn = Arrays.copyOf(whole, cut + random.nextInt(200));
            if (round % 2 == 0) {
                byte[] noise = new byte[torn.length - cut];
                random.nextBytes(noise);
                System.arraycopy(noise, 0, torn, cut, noise.length);
            }
            Files.write(segment, torn);
            long kept = ends.stream().filter(end -> end > 0 && end <= cut).count();
            // A tail may begin with the very byte that was cut off; then the frame may be whole.
            if (torn.length <= cut || torn[cut] != whole[cut]) {
                reopensBehind(folder, kept);
            }
        }
    }

    /** No number comes twice, and if some were lost that is known. */
    private static void reopensBehind(Path spoolFolder, long kept) throws IOException {
        try (Spool spool = Spool.open(spoolFolder, ROOMY, CLOCK)) {
            spool.append(Instant.EPOCH, "", "after".getBytes(StandardCharsets.US_ASCII));
            List<Entry> found = spool.next(1000);
            List<Long> numbers = found.stream().map(Entry::sequence).toList();
            assertThat(numbers.subList(0, (int) kept))
                    .isEqualTo(LongStream.rangeClosed(1, kept).boxed().toList());
            assertThat(numbers).hasSize((int) kept + 1);
            assertThat(found.getLast().body()).asString().isEqualTo("after");
            long lost = numbers.getLast() - kept - 1;
            assertThat(spool.depth().dropped()).isEqualTo(lost);
        }
        deleteAllBut(spoolFolder.resolve(FIRST_SEGMENT));
    }

    private static void deleteAllBut(Path segment) throws IOException {
        try (Stream<Path> files = Files.list(segment.getParent())) {
            for (Path file : files.filter(Segment::isOne).toList()) {
                if (!file.equals(segment)) {
                    Files.delete(file);
                }
            }
        }
    }

    @Test
    void whatWasAppendedSurvivesKillMinusNine() throws Exception {
        long told = 0;
        for (int round = 0; round < 3; round++) {
            told = Math.max(told, appendInAProcessAndKillIt());
        }
        try (Spool spool = Spool.open(folder, ROOMY, CLOCK)) {
            List<Long> numbers = new ArrayList<>();
            for (List<Entry> batch = spool.next(1000); !batch.isEmpty(); batch = spool.next(1000)) {
                batch.forEach(entry -> numbers.add(entry.sequence()));
            }
            assertThat((long) numbers.size()).isGreaterThanOrEqualTo(told);
            assertThat(numbers)
                    .isEqualTo(LongStream.rangeClosed(1, numbers.size()).boxed().toList());
        }
    }

    /** The last number that the process told us before it was killed. */
    private long appendInAProcessAndKillIt() throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-Xshare:auto",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Appender.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        long last = 0;
        try (BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(
                                process.getInputStream(), StandardCharsets.US_ASCII))) {
            for (int lines = 0; lines < 2_000; lines++) {
                last = Long.parseLong(out.readLine());
            }
            // The handle, because the process itself would close the pipe, too.
            process.toHandle().destroyForcibly();
            process.waitFor();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                // A last line may be torn; a shorter number only asks for less.
                last = line.isEmpty() ? last : Math.max(last, Long.parseLong(line));
            }
        }
        return last;
    }

    /** Appends until it is killed, and tells each number only when it is in the spool. */
    static final class Appender {
        private Appender() {}

        public static void main(String[] arguments) throws IOException {
            try (Spool spool = Spool.open(Path.of(arguments[0]), ROOMY, CLOCK)) {
                long before = spool.depth().entries();
                for (long n = before + 1; n < 10_000_000; n++) {
                    spool.append(
                            Instant.EPOCH, "", ("entry " + n).getBytes(StandardCharsets.US_ASCII));
                    System.out.println(n);
                }
            }
        }
    }
}
