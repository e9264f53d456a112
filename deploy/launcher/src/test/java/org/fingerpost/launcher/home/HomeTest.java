package org.fingerpost.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicBoolean;
import org.fingerpost.launcher.machine.Birth;
import org.fingerpost.launcher.machine.LaunchFailure;
import org.fingerpost.launcher.machine.RunningProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir Path folder;

    @Test
    void folderWithOtherPeoplesFilesIsNeitherUsedNorPurged() throws IOException {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "dear all");
        assertThatThrownBy(() -> Home.open(folder))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("FINGERPOST_HOME");
        assertThatThrownBy(() -> new Home(folder).purge()).isInstanceOf(LaunchFailure.class);
        assertThat(letter).exists();
    }

    @Test
    void purgeEmptiesTheFolderAndSparesWhatLinksPointTo() throws IOException {
        Path precious = Files.writeString(folder.resolve("precious"), "keep");
        Home home = Home.open(folder.resolve("home with blanks"));
        Files.createSymbolicLink(home.privateFolder("logs").resolve("link"), precious);
        home.purge();
        assertThat(home.path()).isEmptyDirectory();
        assertThat(precious).exists();
        home.purge();
    }

    @Test
    void privateFileIsReadableByItsOwnerOnly() throws IOException {
        Path file = folder.resolve("secret");
        PrivateFile.write(file, "s");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PrivateFile.readOrMake(file, () -> "another")).isEqualTo("s");
    }

    @Test
    void runFileOfAStrangerWithTheSameNumberCountsAsNone() {
        RunFile file = Home.open(folder).runFile("kafka");
        RunningProcess me = RunningProcess.of(ProcessHandle.current().pid()).orElseThrow();
        file.write(new RunFile.Entry(me, 9092));
        assertThat(file.read()).contains(new RunFile.Entry(me, 9092));
        file.write(new RunFile.Entry(new RunningProcess(me.pid(), new Birth("earlier")), 9092));
        assertThat(file.read()).isEmpty();
    }

    @Test
    void damagedRunFileCountsAsNone() throws IOException {
        RunFile file = Home.open(folder).runFile("kafka");
        Files.writeString(file.path(), "12\n");
        assertThat(file.read()).isEmpty();
    }

    @Test
    void secondHolderWaitsForTheFirst() throws InterruptedException {
        HomeLock lock = Home.open(folder).lock();
        AtomicBoolean waited = new AtomicBoolean();
        HomeLock.Held first = lock.take(() -> {});
        Thread second =
                new Thread(() -> {
                    try (HomeLock.Held _ =
                            lock.take(() -> {
                                waited.set(true);
                                first.close();
                            })) {
                        assertThat(waited).isTrue();
                    }
                });
        second.start();
        second.join();
        assertThat(waited).isTrue();
    }

    @Test
    void linkedTreeKeepsAProgramThatTheBuildDeletes() throws IOException {
        Path original = Files.createDirectories(folder.resolve("target/lib"));
        Files.writeString(original.resolve("a.jar"), "bytes");
        LinkedTree.replace(folder.resolve("copy"), folder.resolve("target"));
        Home.delete(folder.resolve("target"));
        assertThat(folder.resolve("copy/lib/a.jar")).hasContent("bytes");
    }

    @Test
    void ledgerKeepsAndForgets() {
        Ledger ledger = Home.open(folder).ledger();
        ledger.put("kafka", "20001");
        ledger.put("postgresql", "20002");
        ledger.remove("postgresql");
        assertThat(ledger.get("kafka")).contains("20001");
        assertThat(ledger.get("postgresql")).isEmpty();
    }
}
