package org.fingerpost.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.fingerpost.replica.StateTopic.Item;
import org.fingerpost.testkit.TestKafka;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one transaction wrote is seen at once, or not at all. */
class SwapTest {
    private static final String KAFKA = TestKafka.bootstrapServers();

    @TempDir Path folder;
    private StateTopic topic;

    @BeforeEach
    void makeTopic() {
        topic = new StateTopic(KAFKA, TestKafka.freshStateTopic());
    }

    @AfterEach
    void closeTopic() {
        topic.close();
    }

    @Test
    void aTransactionIsSeenOnlyWithItsLastRecord() {
        topic.commit(1, Item.put("a/1", 1, "before"));
        Notebook notebook = new Notebook();
        try (Replica replica = Replicas.loaded(folder, KAFKA, topic.name())) {
            replica.follow(notebook);
            topic.commitPiece(2, Item.put("a/1", 2, "after"));
            topic.foreign("unrelated", Map.of());
            CompletionStage<Boolean> second = replica.awaitCommit(2, Duration.ofMillis(700));
            assertThat(second.toCompletableFuture().join()).isFalse();
            assertThat(replica.get("a/1")).contains(entry("a/1", 1, "before"));
            topic.commit(2, Item.put("a/2", 2, "end"));
            assertThat(Replicas.awaitCommit(replica, 2)).isTrue();
            assertThat(Replicas.content(replica)).isEqualTo(Map.of("a/1", "after", "a/2", "end"));
            assertThat(notebook.told())
                    .containsExactly("reloaded {a/1=before}", "changed [a/1, a/2]");
        }
    }

    @Test
    void aTransactionThatIsOpenAtTheCloseIsReadAgain() {
        try (Replica replica = Replicas.loaded(folder, KAFKA, topic.name())) {
            topic.commit(1, Item.put("a/1", 1, "whole"));
            topic.commitPiece(2, Item.put("a/2", 2, "first"));
            assertThat(Replicas.awaitCommit(replica, 1)).isTrue();
        }
        try (Replica replica = Replicas.open(folder, KAFKA, topic.name())) {
            topic.commit(2, Item.put("a/3", 2, "last"));
            assertThat(Replicas.awaitCommit(replica, 2)).isTrue();
            assertThat(Replicas.content(replica))
                    .isEqualTo(Map.of("a/1", "whole", "a/2", "first", "a/3", "last"));
        }
    }

    @Test
    void aTransactionLongerThanAPollIsSwappedInAsOne() {
        Item[] many = new Item[25];
        for (int i = 0; i < many.length; i++) {
            many[i] = Item.put("k/%02d".formatted(i), 1, "v");
        }
        Notebook notebook = new Notebook();
        Map<String, Object> twoAtATime = Map.of("max.poll.records", 2);
        try (Replica replica =
                Replica.open(Replicas.settings(folder, KAFKA, topic.name(), twoAtATime))) {
            replica.follow(notebook);
            Replicas.awaitLoaded(replica);
            topic.commit(1, many);
            assertThat(Replicas.awaitCommit(replica, 1)).isTrue();
            assertThat(notebook.content()).hasSize(25);
            assertThat(notebook.told()).hasSize(2); // the empty table, and one swap
        }
    }

    @Test
    void anAbortedTransactionIsNeverSeen() {
        try (Replica replica = Replicas.loaded(folder, KAFKA, topic.name())) {
            topic.abort(1, Item.put("a/1", 1, "never"));
            topic.commit(2, Item.put("a/2", 1, "ever"));
            assertThat(Replicas.awaitCommit(replica, 2)).isTrue();
            assertThat(Replicas.content(replica)).isEqualTo(Map.of("a/2", "ever"));
        }
    }

    private static Entry entry(String key, long revision, String value) {
        return new Entry(key, StateTopic.TYPE, revision, value.getBytes(StandardCharsets.UTF_8));
    }
}
