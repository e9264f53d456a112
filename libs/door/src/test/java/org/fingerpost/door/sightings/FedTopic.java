package org.fingerpost.door.sightings;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.fingerpost.brokers.Brokers;

/** The topic of sightings as tests feed and read it. */
final class FedTopic {
    static final long ROOMY = 1L << 30;

    private FedTopic() {}

    static SightingsTopic topic(String bootstrapServers, String name) {
        return new SightingsTopic(
                Brokers.at(bootstrapServers), name, "redirect", Duration.ofDays(7));
    }

    private static String mac(int n) {
        return String.format("000b82%06x", n % 16);
    }

    static void note(Sightings sightings, int from, int count) {
        for (int n = from; n < from + count; n++) {
            sightings.note(SightingJsonTest.sighting(n % 5 == 0 ? "" : mac(n), "phone " + n));
        }
    }

    /** Reads until so many different events were seen; the test's time-out is the caller's. */
    static List<ConsumerRecord<String, byte[]>> read(SightingsTopic topic, int events) {
        return read(topic, "org.fingerpost.sighting.v1", events);
    }

    static List<ConsumerRecord<String, byte[]>> read(
            SightingsTopic topic, String type, int events) {
        Map<String, Object> settings = topic.brokers().client();
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic.name()).stream()
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (ids.size() < events) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> {
                            if (header(record, "ce_type").equals(type)) {
                                records.add(record);
                                ids.add(header(record, "ce_id"));
                            }
                        });
            }
        }
        return records;
    }

    static String header(ConsumerRecord<String, byte[]> record, String name) {
        byte[] value = record.headers().lastHeader(name).value();
        return new String(value, StandardCharsets.UTF_8);
    }

    static void awaitEmpty(Sightings sightings) throws InterruptedException {
        while (sightings.depth().entries() > 0) {
            Thread.sleep(10);
        }
    }
}
