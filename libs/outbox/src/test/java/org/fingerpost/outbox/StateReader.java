package org.fingerpost.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a state topic from its beginning, committed records only. */
final class StateReader implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<Seen> all = new ArrayList<>();

    record Seen(
            String key,
            String value,
            String commit,
            boolean last,
            long revision,
            boolean gone,
            String id) {}

    StateReader(String bootstrapServers, String topic) {
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "isolation.level",
                                "read_committed"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        TopicPartition partition = new TopicPartition(topic, 0);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
    }

    /**
     * Everything so far, once there are {@code count} of them; the bound is for a test that fails.
     */
    List<Seen> until(int count) {
        for (int tries = 0; all.size() < count && tries < 300; tries++) {
            poll(Duration.ofMillis(200));
        }
        return List.copyOf(all);
    }

    List<Seen> afterOneMorePoll() {
        poll(Duration.ofMillis(500));
        return List.copyOf(all);
    }

    private void poll(Duration time) {
        for (ConsumerRecord<String, byte[]> message : consumer.poll(time)) {
            all.add(
                    new Seen(
                            message.key(),
                            message.value() == null
                                    ? "tombstone"
                                    : new String(message.value(), StandardCharsets.UTF_8),
                            header(message, "ce_commit"),
                            Boolean.parseBoolean(header(message, "ce_last")),
                            Long.parseLong(header(message, "ce_revision")),
                            message.headers().lastHeader("ce_gone") != null,
                            header(message, "ce_id")));
        }
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
