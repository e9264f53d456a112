package org.fingerpost.bench.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fingerpost.bench.figures.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartBenchTest {

    @TempDir private Path folder;

    @Test
    void commandIsFedAndItsMedianIsHeldAgainstHalfASecond() throws Exception {
        Path input = Files.writeString(folder.resolve("in"), "P47=a\n");
        Path seen = folder.resolve("seen");
        List<Verdict> verdicts =
                StartBench.run(
                        List.of("/bin/sh", "-c", "cat >> " + seen), List.of("true"), input, 3);
        assertThat(verdicts).hasSize(1);
        assertThat(verdicts.getFirst().limit()).isEqualTo(500);
        assertThat(verdicts.getFirst().figure()).isPositive();
        // Five to warm up, three that count.
        assertThat(Files.readAllLines(seen)).hasSize(8).containsOnly("P47=a");
    }

    @Test
    void commandThatFailsGivesNoFigure() throws Exception {
        Path input = Files.createFile(folder.resolve("in"));
        assertThatThrownBy(() -> StartBench.run(List.of("false"), List.of("true"), input, 3))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("false exited with 1");
    }
}
