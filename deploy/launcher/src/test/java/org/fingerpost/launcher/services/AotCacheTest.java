package org.fingerpost.launcher.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.fingerpost.launcher.home.Home;
import org.fingerpost.launcher.settings.PartName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {
    private static final Instant BUILT = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir Path folder;

    private Path program;
    private Path cache;

    @BeforeEach
    void aProgram() throws IOException {
        program = Files.createFile(folder.resolve("quarkus-run.jar"));
        Files.setLastModifiedTime(program, FileTime.from(BUILT));
        cache = AotCache.in(Home.open(folder.resolve("home")), PartName.CONFIG);
    }

    @Test
    void aProgramThatNobodyRehearsedStartsWithout() {
        assertThat(AotCache.use(cache, program)).isEmpty();
    }

    @Test
    void whatWasLearnedAfterTheBuildIsUsed() throws IOException {
        learnedAt(BUILT.plusSeconds(60));

        assertThat(AotCache.use(cache, program)).contains("-XX:AOTCache=" + cache);
    }

    @Test
    void whatWasLearnedFromAnOlderBuildIsNot() throws IOException {
        learnedAt(BUILT.minusSeconds(60));

        assertThat(AotCache.use(cache, program)).isEmpty();
    }

    private void learnedAt(Instant time) throws IOException {
        Files.writeString(cache, "classes");
        Files.setLastModifiedTime(cache, FileTime.from(time));
    }
}
