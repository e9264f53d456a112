package org.fingerpost.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.fingerpost.replica.StateTopic.Item;
import org.fingerpost.testkit.TestKafka;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever follows a replica, or waits for a commit, is told in its order. */
class FollowerTest {
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

    private static Entry entry(String key, long revision, String value) {
        return new Entry(key, StateTopic.TYPE, revision, value.getBytes(StandardCharsets.UTF_8));
    }
}
