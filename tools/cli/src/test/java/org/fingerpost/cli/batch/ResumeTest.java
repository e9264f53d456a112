package org.fingerpost.cli.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.fingerpost.cli.Fingerpost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ResumeTest {
    private static final String JOURNAL = ".fingerpost-batch";

    @TempDir private Path folder;

    private Office office() {
        return new Office(folder);
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void runThatWasKilledIsGoneOnWith() throws IOException, InterruptedException {
        String list = Office.devices(3_000);
        Process killed = runningOn("killed", list.substring(0, list.length() / 2));
        Path journal = folder.resolve("killed").resolve(JOURNAL);
        while (!Files.exists(journal) || Files.size(journal) == 0) {
            assertThat(killed.isAlive()).isTrue();
            Thread.sleep(10);
        }
        killed.destroyForcibly().waitFor();

        var resumed = office().runTo("killed", Office.TEMPLATE, list);
        office().run(Office.TEMPLATE, list);

        assertThat(resumed.exit()).isZero();
        assertThat(resumed.text()).doesNotContain(" 0 skipped").doesNotStartWith("3000 made");
        assertThat(Office.files(folder.resolve("killed"))).isEqualTo(Office.files(office().out()));
    }

    /** A process of its own that reads the list and waits for more, which does not come. */
    private Process runningOn(String target, String list) throws IOException {
        Path template = office().write("template.txt", Office.TEMPLATE);
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Fingerpost.class.getName(),
                                "batch",
                                "--no-check",
                                "--threads",
                                "1",
                                "--template",
                                template.toString(),
                                "--out",
                                folder.resolve(target).toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        OutputStream to = process.getOutputStream();
        to.write(list.getBytes(StandardCharsets.UTF_8));
        to.flush();
        return process;
    }

    @Test
    void lineThatAKilledRunLeftHalfWrittenIsCut() throws IOException {
        office().run(Office.TEMPLATE, Office.devices(2));
        Path journal = office().out().resolve(JOURNAL);
        byte[] whole = Files.readAllBytes(journal);
        Files.write(journal, Arrays.copyOf(whole, whole.length - 5));

        assertThat(office().run(Office.TEMPLATE, Office.devices(2)).text())
                .startsWith("1 made, 1 skipped");
        assertThat(Files.readAllLines(journal))
                .hasSize(5)
                .allMatch(line -> line.matches("[0-9a-f]{64} [0-9]+ cfg.*"));
        assertThat(office().run(Office.TEMPLATE, Office.devices(2)).text())
                .startsWith("0 made, 2 skipped");
    }

    @Test
    void partsOfAKilledRunAreTakenAway() throws IOException {
        office().run(Office.TEMPLATE, Office.devices(1));
        Path parts = Files.createDirectory(office().out().resolve(".fingerpost-parts"));
        Files.writeString(parts.resolve("cfg000b82000000"), "half");

        assertThat(office().run(Office.TEMPLATE, Office.devices(1)).exit()).isZero();
        assertThat(parts).doesNotExist();
    }

    @Test
    void secondRunInTheSameFolderIsRefused() throws IOException {
        office().run(Office.TEMPLATE, Office.devices(1));
        try (var held =
                        FileChannel.open(
                                office().out().resolve(JOURNAL), StandardOpenOption.WRITE);
                var lock = held.lock()) {
            assertThat(lock.isValid()).isTrue();
            var ran = office().run(Office.TEMPLATE, Office.devices(1));
            assertThat(ran.exit()).isEqualTo(1);
            assertThat(ran.err()).contains("another run is at work there");
        }
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void runIsRefusedWhileAnotherProcessIsAtWork() throws IOException, InterruptedException {
        Process busy = runningOn("busy", Office.devices(3_000));
        try {
            Path journal = folder.resolve("busy").resolve(JOURNAL);
            while (!Files.exists(journal) || Files.size(journal) == 0) {
                assertThat(busy.isAlive()).isTrue();
                Thread.sleep(10);
            }
            var ran = office().runTo("busy", Office.TEMPLATE, Office.devices(1));
            assertThat(ran.exit()).isEqualTo(1);
            assertThat(ran.err()).contains("another run is at work there");
            assertThat(busy.isAlive()).isTrue();
        } finally {
            busy.destroyForcibly().waitFor();
        }
    }

    @Test
    void zipHoldsWhatTheDirectoryDoesAndIsTheSameEachTime() throws IOException {
        String list = Office.devices(100) + "x,1\n";
        office().run(Office.TEMPLATE, list);
        office().runTo("a.zip", Office.TEMPLATE, list);
        office().runTo("b.zip", Office.TEMPLATE, list, "--threads", "3");

        assertThat(folder.resolve("a.zip")).hasSameBinaryContentAs(folder.resolve("b.zip"));
        var expected = Office.files(office().out());
        expected.remove("refused.csv");
        try (var zip = new ZipFile(folder.resolve("a.zip").toFile())) {
            assertThat(zip.size()).isEqualTo(expected.size());
            for (var entry : zip.stream().toList()) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                assertThat(Arrays.toString(bytes)).isEqualTo(expected.get(entry.getName()));
            }
        }
        assertThat(folder.resolve("a.refused.csv")).isNotEmptyFile();
        assertThat(folder.resolve("a.zip.part")).doesNotExist();
    }

    @Test
    void zipOfAListThatBreaksOffIsNotPackedAndIsGoneOnWith() {
        String endless = "x".repeat((1 << 20) + 1);
        var broken = office().runTo("a.zip", Office.TEMPLATE, Office.devices(3) + endless);
        assertThat(broken.exit()).isEqualTo(1);
        assertThat(folder.resolve("a.zip")).doesNotExist();

        assertThat(office().runTo("a.zip", Office.TEMPLATE, Office.devices(4)).text())
                .startsWith("1 made, 3 skipped");
    }

    @Test
    void journalIsTheSameHoweverManyThreadsWork() throws IOException {
        office().runTo("one", Office.TEMPLATE, Office.devices(1_000), "--threads", "1");
        office().runTo("many", Office.TEMPLATE, Office.devices(1_000), "--threads", "7");

        assertThat(folder.resolve("one").resolve(JOURNAL))
                .hasSameTextualContentAs(folder.resolve("many").resolve(JOURNAL));
    }
}
