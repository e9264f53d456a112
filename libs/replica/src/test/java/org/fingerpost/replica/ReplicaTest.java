package org.fingerpost.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fingerpost.replica.StateTopic.Item;
import org.fingerpost.testkit.TestKafka;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplicaTest {
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
    void whatWasThereIsLoadedAndWhatComesIsFollowed() {
        topic.commit(1, Item.put("a/1", 1, "one"), Item.put("b/1", 1, "other"));
        try (Replica replica = Replicas.loaded(folder, KAFKA, topic.name())) {
            assertThat(Replicas.content(replica)).isEqualTo(Map.of("a/1", "one", "b/1", "other"));
            assertThat(replica.commit()).isEqualTo(1);
            assertThat(replica.get("a/1")).contains(entry("a/1", 1, "one"));
            topic.commit(2, Item.put("a/2", 2, "two"));
            assertThat(Replicas.awaitCommit(replica, 2)).isTrue();
            assertThat(replica.get("a/2")).contains(entry("a/2", 2, "two"));
            assertThat(replica.lastContact()).isPresent();
        }
    }

    @Test
    void anEmptyTopicIsLoadedAtOnce() {
        try (Replica replica = Replicas.loaded(folder, KAFKA, topic.name())) {
            assertThat(Replicas.content(replica)).isEmpty();
            assertThat(replica.commit()).isZero();
        }
    }

    @Test
    void aPrefixSelectsItsKeysOnly() {
        topic.commit(1, Item.put("a/1", 1, "x"), Item.put("a/2", 1, "y"), Item.put("ab/1", 1, "z"));
        try (Replica replica = Replicas.loaded(folder, KAFKA, topic.name())) {
            List<String> keys = new ArrayList<>();
            replica.forEach("a/", entry -> keys.add(entry.key()));
            assertThat(keys).containsExactly("a/1", "a/2");
        }
    }

    @Test
    void whatIsGatheredByManyIsWhatIsReadByOne() {
        topic.commit(1, Item.put("a", 1, "x"), Item.put("a/", 1, "x"), Item.put("b/1", 1, "x"));
        Item[] many = new Item[1200];
        for (int i = 0; i < many.length; i++) {
            many[i] = Item.put("a/" + i, 1, "v");
        }
        topic.commit(2, many);
        topic.commit(3, Item.gone("a/7", 2), Item.put("a/ß", 1, "x"), Item.put("a0", 1, "x"));
        try (Replica replica = Replicas.loaded(folder, KAFKA, topic.name())) {
            List<Entry> one = new ArrayList<>();
            replica.forEach("a/", one::add);
            List<Entry> gathered =
                    replica.<List<Entry>>gather("a/", ArrayList::new, List::add).stream()
                            .flatMap(List::stream)
                            .toList();
            assertThat(one).hasSize(1201);
            assertThat(gathered).containsExactlyInAnyOrderElementsOf(one);
            assertThat(replica.gather("none/", ArrayList::new, List::add)).isEmpty();
        }
    }

    @Test
    void anOlderRevisionIsIgnoredEvenAfterGoneButNotAfterTheTombstone() {
        try (Replica replica = Replicas.loaded(folder, KAFKA, topic.name())) {
            topic.commit(1, Item.put("a/1", 5, "five"));
            topic.commit(2, Item.put("a/1", 4, "four"));
            assertThat(Replicas.awaitCommit(replica, 2)).isTrue();
            assertThat(replica.get("a/1")).contains(entry("a/1", 5, "five"));
            topic.commit(3, Item.gone("a/1", 6));
            topic.commit(4, Item.put("a/1", 5, "five"));
            assertThat(Replicas.awaitCommit(replica, 4)).isTrue();
            assertThat(replica.get("a/1")).isEmpty();
            assertThat(Replicas.content(replica)).isEmpty();
            topic.commit(5, Item.tombstone("a/1", 6));
            topic.commit(6, Item.put("a/1", 2, "two"));
            assertThat(Replicas.awaitCommit(replica, 6)).isTrue();
            assertThat(replica.get("a/1")).contains(entry("a/1", 2, "two"));
        }
    }

    @Test
    void foreignRecordsAreSkipped() {
        topic.foreign("no-headers", Map.of());
        topic.foreign("bad-commit", Map.of("ce_commit", "x", "ce_last", "true"));
        topic.foreign("no-last", Map.of("ce_commit", "1", "ce_revision", "1", "ce_type", "t"));
        topic.commit(1, Item.put("a/1", 1, "ours"));
        try (Replica replica = Replicas.loaded(folder, KAFKA, topic.name())) {
            assertThat(Replicas.content(replica)).isEqualTo(Map.of("a/1", "ours"));
        }
    }

    @Test
    void aSecondReplicaInTheSameFolderIsRefusedWithASentence() {
        try (Replica first = Replicas.open(folder, KAFKA, topic.name())) {
            assertThatThrownBy(() -> Replicas.open(folder, KAFKA, topic.name()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("in use");
            Replicas.awaitLoaded(first);
        }
        Replicas.loaded(folder, KAFKA, topic.name()).close();
    }

    @Test
    void aClosedReplicaSaysSo() {
        Replica replica = Replicas.loaded(folder, KAFKA, topic.name());
        replica.close();
        assertThatThrownBy(() -> replica.get("a/1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    private static Entry entry(String key, long revision, String value) {
        return new Entry(key, StateTopic.TYPE, revision, value.getBytes(StandardCharsets.UTF_8));
    }
}
