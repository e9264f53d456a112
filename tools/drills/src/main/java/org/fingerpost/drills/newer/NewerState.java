package org.fingerpost.drills.newer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends each living record of a topic once more, with the fields of the next version. */
public final class NewerState {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String bootstrapServers;

    public NewerState(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * How many were sent. Nobody may write meanwhile: in the middle of a control plane's
     * transaction these would tear it.
     */
    public int send(String topic) {
        Map<String, ConsumerRecord<String, byte[]>> living = living(topic);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            living.values().forEach(record -> producer.send(newer(record)));
            producer.flush();
        }
        return living.size();
    }

    /** Everything else stays: a record that is sent again keeps its revision and its id. */
    private static ProducerRecord<String, byte[]> newer(ConsumerRecord<String, byte[]> record) {
        ProducerRecord<String, byte[]> newer =
                new ProducerRecord<>(
                        record.topic(),
                        record.partition(),
                        record.key(),
                        NewerFields.in(record.value()));
        record.headers().forEach(header -> newer.headers().add(header));
        newer.headers().remove("ce_last");
        newer.headers().add("ce_last", "true".getBytes(StandardCharsets.US_ASCII));
        return newer;
    }

    private Map<String, ConsumerRecord<String, byte[]>> living(String topic) {
        Map<String, ConsumerRecord<String, byte[]>> living = new LinkedHashMap<>();
        TopicPartition only = new TopicPartition(topic, 0);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "isolation.level",
                                "read_committed",
                                "enable.auto.commit",
                                false),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            consumer.assign(List.of(only));
            consumer.seekToBeginning(List.of(only));
            long end = consumer.endOffsets(List.of(only), PATIENCE).get(only);
            while (consumer.position(only, PATIENCE) < end) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> {
                            if (record.value() == null || isGone(record.headers())) {
                                living.remove(record.key());
                            } else {
                                living.put(record.key(), record);
                            }
                        });
            }
        }
        return living;
    }

    private static boolean isGone(Headers headers) {
        return headers.lastHeader("ce_gone") != null;
    }
}
