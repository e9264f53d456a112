package org.fingerpost.cli.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The sightings of one phone, from the topic's beginning to its end as it was when reading began.
 * They are ordered per door only, so they are sorted by time here; doubles are dropped.
 */
public final class SightingsReader {
    private static final String TOPIC = "fingerpost.sightings";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String bootstrapServers;

    public SightingsReader(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** All sightings of the phone, oldest first. */
    public List<Seen> of(String mac) {
        List<Seen> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(TOPIC, Duration.ofSeconds(10)).stream()
                            .map(each -> new TopicPartition(TOPIC, each.partition()))
                            .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> each : consumer.poll(Duration.ofMillis(200))) {
                    if (mac.equals(each.key())) {
                        found.add(read(each.value()));
                    }
                }
            }
        }
        return found.stream().distinct().sorted(Comparator.comparing(Seen::time)).toList();
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "enable.auto.commit",
                        false,
                        "default.api.timeout.ms",
                        10_000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private static Seen read(byte[] value) {
        try {
            return Seen.of(JSON.readTree(value));
        } catch (IOException e) {
            throw new IllegalStateException("a sighting is always JSON", e);
        }
    }

    /** One sighting; {@code whole} is its JSON as it came. */
    public record Seen(
            String time,
            String service,
            String kind,
            int status,
            long bytes,
            String outcome,
            String whole) {
        static Seen of(JsonNode json) {
            return new Seen(
                    json.path("time").asText(),
                    json.path("service").asText(),
                    json.path("kind").asText(),
                    json.path("status").asInt(),
                    json.path("bytes").asLong(),
                    json.path("outcome").asText(),
                    json.toString());
        }
    }
}
