package org.fingerpost.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.fingerpost.replica.StateTopic.Item;
import org.fingerpost.testkit.EmbeddedBroker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kafka goes and comes back. */
class OutageTest {
    private static EmbeddedBroker broker;

    @TempDir Path folder;

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.started();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void withoutKafkaTheDiskAnswersAndAfterTheOutageTheReplicaFollowsAgain() {
        StateTopic.create(broker.bootstrapServers(), "outage");
        try (StateTopic topic = new StateTopic(broker.bootstrapServers(), "outage")) {
            topic.commit(1, Item.put("a/1", 1, "one"));
            Replicas.loaded(folder, broker.bootstrapServers(), "outage").close();
            broker.stop();
            Notebook notebook = new Notebook();
            try (Replica replica = Replicas.open(folder, broker.bootstrapServers(), "outage")) {
                assertThat(replica.loaded()).isTrue();
                replica.follow(notebook);
                assertThat(notebook.content()).isEqualTo(Map.of("a/1", "one"));
                assertThat(replica.commit()).isEqualTo(1);
                broker.start();
                topic.commit(2, Item.put("a/2", 2, "two"));
                assertThat(Replicas.awaitCommit(replica, 2)).isTrue();
                broker.stop();
                assertThat(notebook.content()).isEqualTo(Map.of("a/1", "one", "a/2", "two"));
                broker.start();
                topic.commit(3, Item.gone("a/1", 3));
                assertThat(Replicas.awaitCommit(replica, 3)).isTrue();
                assertThat(notebook.content()).isEqualTo(Map.of("a/2", "two"));
                assertThat(notebook.reloads()).isEqualTo(1);
            }
        }
    }

    @Test
    void aReplicaThatNeverLoadedIsNotLoadedUntilKafkaIsThere() throws Exception {
        StateTopic.create(broker.bootstrapServers(), "never");
        broker.stop();
        try (Replica replica = Replicas.open(folder, broker.bootstrapServers(), "never")) {
            Thread.sleep(300);
            assertThat(replica.loaded()).isFalse();
            assertThat(replica.commit()).isZero();
            assertThat(replica.lastContact()).isEmpty();
            broker.start();
            Replicas.awaitLoaded(replica);
        }
    }

    @Test
    void afterTooLongAnOutageTheOldTableAnswersUntilTheSecondOneIsThere() {
        StateTopic.create(broker.bootstrapServers(), "forgotten");
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T00:00:00Z"));
        try (StateTopic topic = new StateTopic(broker.bootstrapServers(), "forgotten")) {
            topic.commit(1, Item.put("a/1", 1, "one"));
            try (Replica first =
                    Replicas.open(folder, broker.bootstrapServers(), "forgotten", now::get)) {
                Replicas.awaitLoaded(first);
            }
            broker.stop();
            now.set(now.get().plus(Replicas.FORGET_AFTER).plusSeconds(1));
            Notebook notebook = new Notebook();
            try (Replica replica =
                    Replicas.open(folder, broker.bootstrapServers(), "forgotten", now::get)) {
                assertThat(replica.loaded()).isTrue();
                replica.follow(notebook);
                assertThat(Replicas.content(replica)).isEqualTo(Map.of("a/1", "one"));
                broker.start();
                Eventually.that(() -> notebook.reloads() == 2);
                assertThat(notebook.content()).isEqualTo(Map.of("a/1", "one"));
            }
        }
    }
}
