package org.fingerpost.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.fingerpost.replica.StateTopic.Item;
import org.fingerpost.testkit.TestKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the old table can no longer be continued, a second one takes its place. */
class SecondTableTest {
    private static final String KAFKA = TestKafka.bootstrapServers();
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final InstantSource clock = now::get;

    @Test
    void aTopicThatDoesNotExistYetIsLoadedWhenItDoes() throws Exception {
        String name = "later-" + ProcessHandle.current().pid();
        try (Replica replica = Replicas.open(folder, KAFKA, name)) {
            Thread.sleep(600); // time for at least one refusal
            assertThat(replica.loaded()).isFalse();
            assertThat(replica.get("a/1")).isEmpty();
            StateTopic.create(KAFKA, name);
            Replicas.awaitLoaded(replica);
        }
    }

    @Test
    void aTopicDeletedAndMadeAgainIsReadFromZeroWhileRunning() throws Exception {
        String name = TestKafka.freshStateTopic();
        Notebook notebook = new Notebook();
        try (StateTopic topic = new StateTopic(KAFKA, name);
                Replica replica = Replicas.loaded(folder, KAFKA, name)) {
            replica.follow(notebook);
            topic.commit(7, Item.put("a/1", 1, "old"));
            assertThat(Replicas.awaitCommit(replica, 7)).isTrue();
            topic.deleteAndCreateAgain();
            Eventually.that(() -> generationsNow() == 2);
            assertThat(replica.get("a/1")).isPresent(); // empty: nothing that could take its place
            topic.commit(8, Item.put("a/2", 1, "new"));
            Eventually.that(() -> notebook.reloads() == 2);
            assertThat(Replicas.content(replica)).containsOnlyKeys("a/2");
        }
        assertThat(generations()).hasSize(1);
    }

    private int generationsNow() {
        try {
            return generations().size();
        } catch (IOException e) {
            return 0;
        }
    }

    @Test
    void aTopicMadeAgainWhileTheReplicaWasClosedIsReadFromZero() throws Exception {
        String name = TestKafka.freshStateTopic();
        try (StateTopic topic = new StateTopic(KAFKA, name)) {
            topic.commit(7, Item.put("a/1", 1, "old"));
            Replicas.loaded(folder, KAFKA, name).close();
            topic.deleteAndCreateAgain();
        }
        try (StateTopic topic = new StateTopic(KAFKA, name)) {
            // more records than before, so that the old offset exists in the new topic
            for (int i = 1; i <= 10; i++) {
                topic.commit(i, Item.put("b/" + i, 1, "new"));
            }
            try (Replica replica = Replicas.open(folder, KAFKA, name)) {
                assertThat(replica.loaded()).isTrue();
                Eventually.that(() -> replica.commit() == 10);
                assertThat(Replicas.content(replica)).hasSize(10).doesNotContainKey("a/1");
            }
        }
    }

    @Test
    void anOffsetThatKafkaNoLongerHasMakesASecondTable() throws Exception {
        String name = TestKafka.freshTopic(1, Map.of("cleanup.policy", "compact,delete"));
        try (StateTopic topic = new StateTopic(KAFKA, name)) {
            topic.commit(1, Item.put("a/1", 1, "old"));
            Replicas.loaded(folder, KAFKA, name).close();
            topic.commit(2, Item.put("a/2", 1, "deleted"));
            topic.commit(3, Item.put("a/3", 1, "new"));
            topic.deleteRecordsBefore(4); // two records and two transaction markers
            try (Replica replica = Replicas.open(folder, KAFKA, name)) {
                assertThat(replica.loaded()).isTrue();
                Eventually.that(() -> replica.commit() == 3);
                assertThat(Replicas.content(replica)).isEqualTo(Map.of("a/3", "new"));
            }
        }
        assertThat(generations()).hasSize(1);
    }

    @Test
    void aRestartAfterTooLongAnAbsenceMakesASecondTable() throws Exception {
        String name = TestKafka.freshStateTopic();
        try (StateTopic topic = new StateTopic(KAFKA, name)) {
            topic.commit(1, Item.put("a/1", 1, "one"));
            try (Replica replica = Replicas.open(folder, KAFKA, name, clock)) {
                Replicas.awaitLoaded(replica);
            }
            List<String> before = generations();
            now.set(NOW.plus(Replicas.FORGET_AFTER));
            reopenUntilContactIsFresh(name);
            assertThat(generations()).isEqualTo(before); // seven days are not too long
            now.set(now.get().plus(Replicas.FORGET_AFTER).plusSeconds(1));
            reopenUntilContactIsFresh(name);
            assertThat(generations()).hasSize(1).isNotEqualTo(before);
        }
    }

    @Test
    void aGapTooLongWhileRunningMakesASecondTable() {
        String name = TestKafka.freshStateTopic();
        Notebook notebook = new Notebook();
        try (StateTopic topic = new StateTopic(KAFKA, name);
                Replica replica = Replicas.open(folder, KAFKA, name, clock)) {
            topic.commit(1, Item.put("a/1", 1, "one"));
            replica.follow(notebook);
            assertThat(Replicas.awaitCommit(replica, 1)).isTrue();
            long before = notebook.reloads();
            now.set(NOW.plus(Replicas.FORGET_AFTER).plus(Duration.ofDays(1)));
            topic.commit(2, Item.put("a/2", 2, "two"));
            assertThat(Replicas.awaitCommit(replica, 2)).isTrue();
            assertThat(notebook.reloads()).isEqualTo(before + 1);
            assertThat(notebook.content()).isEqualTo(Map.of("a/1", "one", "a/2", "two"));
        }
    }

    private void reopenUntilContactIsFresh(String name) {
        try (Replica replica = Replicas.open(folder, KAFKA, name, clock)) {
            assertThat(Replicas.content(replica)).isEqualTo(Map.of("a/1", "one"));
            Eventually.that(() -> replica.lastContact().equals(Optional.of(now.get())));
            assertThat(Replicas.content(replica)).isEqualTo(Map.of("a/1", "one"));
        }
    }

    private List<String> generations() throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(path -> path.getFileName().toString())
                    .filter(name -> !name.equals("lock"))
                    .toList();
        }
    }
}
