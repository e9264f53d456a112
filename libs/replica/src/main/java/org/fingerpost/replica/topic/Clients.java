package org.fingerpost.replica.topic;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** One connection's worth of Kafka clients: a consumer without a group, and the heartbeat. */
public final class Clients implements AutoCloseable {
    private final TopicPartition partition;
    private final Heartbeat heartbeat;
    private final Consumer<String, byte[]> consumer;

    private Clients(
            TopicPartition partition, Heartbeat heartbeat, Consumer<String, byte[]> consumer) {
        this.partition = partition;
        this.heartbeat = heartbeat;
        this.consumer = consumer;
    }

    /**
     * Throws Kafka's exceptions when the settings cannot work, a name that does not resolve too.
     */
    public static Clients open(Map<String, Object> kafka, String topic) {
        Heartbeat heartbeat = new Heartbeat(Admin.create(shared(kafka, topic)), topic);
        try {
            KafkaConsumer<String, byte[]> consumer =
                    new KafkaConsumer<>(
                            consuming(kafka, topic),
                            new StringDeserializer(),
                            new ByteArrayDeserializer());
            return new Clients(new TopicPartition(topic, 0), heartbeat, consumer);
        } catch (RuntimeException e) {
            heartbeat.close();
            throw e;
        }
    }

    public Heartbeat heartbeat() {
        return heartbeat;
    }

    public Consumer<String, byte[]> consumer() {
        return consumer;
    }

    public void startAt(long offset) {
        consumer.assign(List.of(partition));
        if (offset == 0) {
            consumer.seekToBeginning(List.of(partition)); // the log may begin later than at 0
        } else {
            consumer.seek(partition, offset);
        }
    }

    /** The offset of the next record; transaction markers are counted, though nobody sees them. */
    public long position() {
        return consumer.position(partition);
    }

    /** How many records are known to lie behind the position; asks nobody. Empty if not known. */
    public OptionalLong lag() {
        return consumer.currentLag(partition);
    }

    /** Where the committed part of the topic ends now. */
    public long end() {
        return consumer.endOffsets(List.of(partition)).get(partition);
    }

    @Override
    public void close() {
        try {
            consumer.close(CloseOptions.timeout(Duration.ofMillis(500)));
        } finally {
            heartbeat.close();
        }
    }

    private static Map<String, Object> shared(Map<String, Object> kafka, String topic) {
        Map<String, Object> all = new HashMap<>();
        all.put("client.id", "replica-" + topic);
        // After an outage the replica is back within a second or two.
        all.put("reconnect.backoff.ms", 50);
        all.put("reconnect.backoff.max.ms", 1_000);
        all.put("retry.backoff.max.ms", 500);
        all.put("socket.connection.setup.timeout.ms", 2_000);
        all.put("socket.connection.setup.timeout.max.ms", 5_000);
        all.put("request.timeout.ms", 5_000);
        all.put("default.api.timeout.ms", 5_000);
        all.put("metric.reporters", "");
        all.put("enable.metrics.push", false);
        all.putAll(kafka);
        return all;
    }

    private static Map<String, Object> consuming(Map<String, Object> kafka, String topic) {
        Map<String, Object> all = shared(kafka, topic);
        // The broker answers as soon as there is one byte; the wait only bounds an idle question.
        all.put("fetch.min.bytes", 1);
        all.putIfAbsent("fetch.max.wait.ms", 250);
        // A whole table is read in large pieces, each of which is merged and written at once.
        all.putIfAbsent("max.partition.fetch.bytes", 8 << 20);
        all.putIfAbsent("max.poll.records", 5_000);
        all.put("isolation.level", "read_committed");
        all.put("enable.auto.commit", false);
        all.put("allow.auto.create.topics", false);
        all.put("auto.offset.reset", "none"); // an offset out of range is ours to answer
        all.remove("group.id");
        return all;
    }
}
