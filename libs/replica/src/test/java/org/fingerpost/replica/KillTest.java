package org.fingerpost.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.fingerpost.replica.StateTopic.Item;
import org.fingerpost.replica.disk.Generations;
import org.fingerpost.replica.disk.Mark;
import org.fingerpost.replica.disk.Table;
import org.fingerpost.testkit.TestKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 in the middle of a load, several times over, loses and mixes nothing. */
class KillTest {
    private static final int COMMITS = 200;
    private static final int KEYS = 70;
    private static final int ITEMS = 7;

    @TempDir Path folder;

    @Test
    void aTableWhoseProcessWasKilledMidLoadIsThatOfOneCommitAndGoesOn() throws Exception {
        try (StateTopic topic =
                new StateTopic(TestKafka.bootstrapServers(), TestKafka.freshStateTopic())) {
            for (int commit = 1; commit <= COMMITS; commit++) {
                topic.commit(commit, items(commit));
            }
            long before = 0;
            for (int kill = 0; kill < 2; kill++) {
                loadAndKill(topic.name());
                long reached = commitOnDisk();
                assertThat(reached).isGreaterThan(before).isLessThan(COMMITS);
                before = reached;
            }
            try (Replica replica =
                    Replicas.loaded(folder, TestKafka.bootstrapServers(), topic.name())) {
                assertThat(replica.commit()).isEqualTo(COMMITS);
                assertThat(Replicas.content(replica)).isEqualTo(contentAfter(COMMITS));
            }
        }
    }

    /**
     * Which commit the table on disk stands at, after a look whether it is that commit's exactly.
     */
    private long commitOnDisk() {
        try (Generations generations = Generations.open(folder);
                Table table = generations.newest()) {
            Map<String, String> content = new TreeMap<>();
            table.scan(
                    "",
                    row -> content.put(row.key(), new String(row.value(), StandardCharsets.UTF_8)));
            Mark mark = table.mark();
            assertThat(mark.loaded()).isFalse();
            assertThat(content).isEqualTo(contentAfter(mark.commit()));
            assertThat(mark.keys()).isEqualTo(content.size());
            return mark.commit();
        }
    }

    private void loadAndKill(String topic) throws Exception {
        Process child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx128m",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                SlowLoader.class.getName(),
                                folder.toString(),
                                TestKafka.bootstrapServers(),
                                topic)
                        .redirectErrorStream(true)
                        .start();
        try (BufferedReader out = child.inputReader()) {
            String line = out.readLine();
            while (line != null && !line.equals(SlowLoader.MIDWAY)) {
                line = out.readLine();
            }
            assertThat(line).isEqualTo(SlowLoader.MIDWAY);
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    private static Item[] items(int commit) {
        Item[] items = new Item[ITEMS];
        for (int i = 0; i < ITEMS; i++) {
            items[i] = Item.put("k/" + (commit * ITEMS + i) % KEYS, commit, "v" + commit);
        }
        return items;
    }

    private static Map<String, String> contentAfter(long commits) {
        Map<String, String> content = new HashMap<>();
        for (int commit = 1; commit <= commits; commit++) {
            for (Item item : items(commit)) {
                content.put(item.key(), item.value());
            }
        }
        return content;
    }

    /**
     * The process to be killed: reads a few records at a time and says when it is amid the load.
     */
    static final class SlowLoader {
        static final String MIDWAY = "midway";
        private static final int WRITES = 40;

        private SlowLoader() {}

        public static void main(String[] args) throws Exception {
            AtomicInteger asked = new AtomicInteger();
            // The clock is asked with every write, so it can slow the load down and tell of it.
            InstantSource clock =
                    () -> {
                        pause();
                        if (asked.incrementAndGet() == WRITES) {
                            System.out.println(MIDWAY);
                        }
                        return Instant.now();
                    };
            Replica.open(
                    Replicas.settings(
                            Path.of(args[0]), args[1], args[2], Map.of("max.poll.records", 5)),
                    clock);
            Thread.sleep(60_000); // should the parent fail to kill it
        }

        private static void pause() {
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
