package org.fingerpost.launcher.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunningProcessTest {
    private Process sleeper;

    @AfterEach
    void endIt() {
        if (sleeper != null) {
            sleeper.destroyForcibly();
        }
    }

    @Test
    void processIsKnownAgainByItsNumberAndBirth() throws IOException {
        sleeper = new ProcessBuilder("sleep", "60").start();
        RunningProcess process = RunningProcess.of(sleeper.pid()).orElseThrow();
        assertThat(process.alive()).isTrue();
        process.stop("TERM", Duration.ofSeconds(10));
        assertThat(process.alive()).isFalse();
        assertThat(RunningProcess.of(sleeper.pid())).isEmpty();
    }

    @Test
    void strangerWithARecycledNumberIsNeitherCountedNorKilled() throws IOException {
        sleeper = new ProcessBuilder("sleep", "60").start();
        RunningProcess former = new RunningProcess(sleeper.pid(), new Birth("another boot:1"));
        assertThat(former.alive()).isFalse();
        former.stop("TERM", Duration.ofSeconds(1));
        former.kill();
        assertThat(sleeper.isAlive()).isTrue();
    }

    @Test
    void processThatIgnoresTheGentleSignalIsKilled() throws IOException {
        sleeper =
                new ProcessBuilder("sh", "-c", "trap '' TERM; echo up; while :; do sleep 1; done")
                        .start();
        assertThat(sleeper.inputReader().readLine()).isEqualTo("up");
        RunningProcess process = RunningProcess.of(sleeper.pid()).orElseThrow();
        process.stop("TERM", Duration.ofMillis(300));
        assertThat(process.alive()).isFalse();
    }

    @Test
    void unburiedProcessIsDead() throws IOException {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "zombies are told by /proc");
        // The child ends, and its parent has become a sleep that never asks for it.
        sleeper = new ProcessBuilder("sh", "-c", "sleep 0 & echo $!; exec sleep 60").start();
        long child = Long.parseLong(sleeper.inputReader().readLine());
        assertThat(
                        Patience.until(
                                () -> Birth.of(child).isEmpty(),
                                Duration.ofSeconds(20),
                                Duration.ofMillis(20)))
                .isTrue();
    }
}
