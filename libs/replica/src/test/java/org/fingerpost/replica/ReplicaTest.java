package org.fingerpost.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
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
    void aChangeSaysWhatWasThereBefore() {
        List<Change> told = new CopyOnWriteArrayList<>();
        try (Replica replica = Replicas.loaded(folder, KAFKA, topic.name())) {
            replica.follow(
                    new Follower() {
                        @Override
                        public void reloaded(Replica table) {
                            told.clear();
                        }

                        @Override
                        public void changed(List<Change> changes) {
                            told.addAll(changes);
                        }
                    });
            topic.commit(1, Item.put("a/1", 1, "one"));
            topic.commit(2, Item.put("a/1", 2, "two"));
            topic.commit(3, Item.gone("a/1", 3));
            topic.commit(4, Item.put("a/1", 4, "four"));
            assertThat(Replicas.awaitCommit(replica, 4)).isTrue();
        }
        Optional<Entry> before = Optional.empty();
        for (Change change : told) { // swaps may have been taken together, but lead one to the next
            switch (change) {
                case Change.Put(Entry entry, Optional<Entry> was) -> {
                    assertThat(was).isEqualTo(before);
                    before = Optional.of(entry);
                }
                case Change.Gone(Entry was) -> {
                    assertThat(Optional.of(was)).isEqualTo(before);
                    before = Optional.empty();
                }
            }
        }
        assertThat(before).contains(entry("a/1", 4, "four"));
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
    void aFollowerThatThrowsStopsNeitherTheReplicaNorTheOthers() {
        Notebook notebook = new Notebook();
        Follower broken =
                new Follower() {
                    @Override
                    public void reloaded(Replica table) {
                        throw new IllegalStateException("broken on purpose");
                    }

                    @Override
                    public void changed(List<Change> changes) {
                        throw new IllegalStateException("broken on purpose");
                    }
                };
        try (Replica replica = Replicas.loaded(folder, KAFKA, topic.name())) {
            replica.follow(broken);
            replica.follow(notebook);
            topic.commit(1, Item.put("a/1", 1, "one"));
            topic.commit(2, Item.gone("a/1", 2));
            assertThat(Replicas.awaitCommit(replica, 2)).isTrue();
            assertThat(notebook.content()).isEmpty();
        }
    }

    @Test
    void whoWaitsForACommitIsToldAfterTheFollowersAndOnATimeoutToo() {
        Notebook notebook = new Notebook();
        Replica replica = Replicas.loaded(folder, KAFKA, topic.name());
        replica.follow(notebook);
        CompletableFuture<String> seen =
                replica.awaitCommit(1, Duration.ofSeconds(30))
                        .thenApply(reached -> reached + " " + notebook.content())
                        .toCompletableFuture();
        topic.commit(1, Item.put("a/1", 1, "one"));
        assertThat(seen.join()).isEqualTo("true {a/1=one}");
        assertThat(replica.awaitCommit(1, Duration.ZERO).toCompletableFuture().join()).isTrue();
        assertThat(replica.awaitCommit(2, Duration.ofMillis(50)).toCompletableFuture().join())
                .isFalse();
        CompletableFuture<Boolean> never =
                replica.awaitCommit(3, Duration.ofDays(1)).toCompletableFuture();
        replica.close();
        assertThat(never.join()).isFalse();
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
