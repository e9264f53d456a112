package org.fingerpost.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.fingerpost.replica.StateTopic.Item;
import org.fingerpost.testkit.TestKafka;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to a topic, the replica and its followers have what a plain map has. */
class RandomHistoryTest {
    private static final String KAFKA = TestKafka.bootstrapServers();
    private static final int KEYS = 12;
    private static final int STEPS = 100;

    @TempDir Path folder;

    /** A map that obeys the rules of revisions, row after row. */
    private static final class Model {
        final Map<String, Item> rows = new HashMap<>();

        void add(Item item) {
            Item known = rows.get(item.key());
            if (known != null && known.revision() > item.revision()) {
                return;
            }
            if (item.fate() == StateTopic.Fate.TOMBSTONE) {
                rows.remove(item.key());
            } else {
                rows.put(item.key(), item);
            }
        }

        Map<String, String> content() {
            Map<String, String> content = new TreeMap<>();
            rows.values().stream()
                    .filter(item -> item.fate() == StateTopic.Fate.PUT)
                    .forEach(item -> content.put(item.key(), item.value()));
            return content;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theReplicaEqualsTheModel(long seed) {
        Random random = new Random(seed);
        Model model = new Model();
        Set<Integer> reopenings = new HashSet<>(Set.of(30, 31, 90));
        try (StateTopic topic = new StateTopic(KAFKA, TestKafka.freshStateTopic())) {
            int commit = 0;
            while (commit < STEPS) {
                Notebook notebook = new Notebook();
                Map<String, Object> fewAtATime = Map.of("max.poll.records", 1 + random.nextInt(9));
                try (Replica replica =
                        Replica.open(Replicas.settings(folder, KAFKA, topic.name(), fewAtATime))) {
                    replica.follow(notebook);
                    do {
                        commit++;
                        write(topic, random, model, commit);
                    } while (commit < STEPS && !reopenings.remove(commit));
                    assertThat(Replicas.awaitCommit(replica, commit)).isTrue();
                    assertThat(Replicas.content(replica)).isEqualTo(model.content());
                    assertThat(notebook.content()).isEqualTo(model.content());
                    assertThat(replica.commit()).isEqualTo(commit);
                }
            }
        }
    }

    private static void write(StateTopic topic, Random random, Model model, int commit) {
        Item[] items = new Item[1 + random.nextInt(12)];
        for (int i = 0; i < items.length; i++) {
            items[i] = item(random, commit);
        }
        switch (random.nextInt(8)) {
            case 0 -> topic.abort(commit, item(random, commit));
            case 1 -> topic.foreign("k/0", Map.of("ce_commit", "?"));
            case 2 -> {
                Item piece = item(random, commit);
                model.add(piece);
                topic.commitPiece(commit, piece);
            }
            default -> {}
        }
        topic.commit(commit, items);
        for (Item item : items) {
            model.add(item);
        }
    }

    private static Item item(Random random, int commit) {
        String key = "k/" + random.nextInt(KEYS);
        long revision =
                Math.max(1, commit - random.nextInt(4)); // some are older than what is there
        return switch (random.nextInt(6)) {
            case 0 -> Item.gone(key, revision);
            case 1 -> Item.tombstone(key, revision);
            default -> Item.put(key, revision, "v" + random.nextInt());
        };
    }
}
