package org.fingerpost.bench.door;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the topic of sightings and counts each sighting of the one door there is once. */
final class SightingsCount {
    private static final String TOPIC = "fingerpost.sightings";
    private static final Duration GLANCE = Duration.ofMillis(200);

    /** A door that has said nothing for so long has nothing left in its spool. */
    private static final int SILENT_GLANCES = 50;

    private SightingsCount() {}

    static long of(String broker) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker, "auto.offset.reset", "earliest");
        BitSet seen = new BitSet();
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(TOPIC).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            int silent = 0;
            while (silent < SILENT_GLANCES) {
                var records = consumer.poll(GLANCE);
                silent++;
                for (var record : records) {
                    if (isSighting(record)) {
                        silent = 0;
                        seen.set(sequence(record));
                    }
                }
            }
        }
        return seen.cardinality();
    }

    /** Heartbeats of the door are there too. */
    private static boolean isSighting(ConsumerRecord<?, ?> record) {
        byte[] type = record.headers().lastHeader("ce_type").value();
        return new String(type, StandardCharsets.US_ASCII).equals("org.fingerpost.sighting.v1");
    }

    /** The id is the door's, a slash, and a number that the door gives once. */
    private static int sequence(ConsumerRecord<?, ?> sighting) {
        byte[] id = sighting.headers().lastHeader("ce_id").value();
        String text = new String(id, StandardCharsets.US_ASCII);
        return Integer.parseInt(text.substring(text.indexOf('/') + 1));
    }
}
