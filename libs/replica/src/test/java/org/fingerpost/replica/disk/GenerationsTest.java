package org.fingerpost.replica.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a crash has left in the folder, the right table is taken from it. */
class GenerationsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir Path folder;

    @Test
    void anUnfinishedSecondTableGivesWayToTheCompleteFirst() throws IOException {
        try (Generations generations = Generations.open(folder);
                Table first = generations.fresh();
                Table second = generations.fresh()) {
            fill(first, "first");
            first.complete();
            fill(second, "second");
        }
        assertNewestHolds("first");
        assertThat(names()).contains("generation-1").doesNotContain("generation-2");
    }

    @Test
    void ofTwoCompleteTablesTheNewerAnswersAndTheOlderIsDeleted() throws IOException {
        try (Generations generations = Generations.open(folder);
                Table first = generations.fresh();
                Table second = generations.fresh()) {
            fill(first, "first");
            first.complete();
            fill(second, "second");
            second.complete();
        }
        assertNewestHolds("second");
        assertThat(names()).contains("generation-2").doesNotContain("generation-1");
    }

    @Test
    void anUnfinishedTableIsGoneOnWithWhenThereIsNoOther() {
        try (Generations generations = Generations.open(folder);
                Table first = generations.fresh()) {
            fill(first, "half");
        }
        assertNewestHolds("half");
    }

    @Test
    void whatWasHalfDeletedIsDeletedAtTheNextStart() throws IOException {
        Path dead = Files.createDirectories(folder.resolve("dead-generation-3"));
        Files.writeString(dead.resolve("000007.sst"), "rest");
        Generations.open(folder).close();
        assertThat(names()).containsExactly("lock");
    }

    @Test
    void aDamagedTableIsDroppedAndAnEmptyOneTakesItsPlace() throws IOException {
        try (Generations generations = Generations.open(folder);
                Table first = generations.fresh()) {
            fill(first, "lost");
        }
        Files.writeString(folder.resolve("generation-1/CURRENT"), "nonsense");
        try (Generations generations = Generations.open(folder);
                Table table = generations.newest()) {
            assertThat(table.mark().blank()).isTrue();
            assertThat(table.find("a/1")).isEmpty();
        }
    }

    private void assertNewestHolds(String value) {
        try (Generations generations = Generations.open(folder);
                Table table = generations.newest()) {
            assertThat(table.find("a/1").map(row -> new String(row.value()))).contains(value);
            assertThat(table.mark().offset()).isEqualTo(42);
            assertThat(table.mark().contact()).contains(NOW);
        }
    }

    private static void fill(Table table, String value) {
        Row row = new Row("a/1", "type.v1", 7, Row.Kind.VALUE, value.getBytes());
        Mark mark = Mark.NONE.startingAt(new Origin("cluster", "topic"), NOW);
        table.write(List.of(row), mark.movedTo(42, 3, 1, NOW));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(path -> path.getFileName().toString()).toList();
        }
    }
}
