package org.fingerpost.drills.proof;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.fingerpost.drills.phones.Asked;

/** Looks for the sighting of each request that was answered. */
public final class Sightings {
    private static final String TOPIC = "fingerpost.sightings";
    private static final Pattern NUMBER = Pattern.compile(" Drill-(\\d+)\"");
    private static final String BUSY = "\"outcome\":\"busy\"";
    private static final Duration QUIET = Duration.ofSeconds(30);

    private Sightings() {}

    /**
     * @param twice sightings that came more than once, which is allowed
     * @param otherwise of those that were put off, the ones whose sighting does not say that the
     *     door had too much to do
     */
    public record Count(int answered, int missing, int twice, int otherwise) {}

    /** Reads until all are found, or until nothing has come for a while. */
    public static Count of(Asked asked, String bootstrapServers) {
        BitSet answered = asked.answered();
        BitSet missing = asked.answered();
        BitSet otherwise = asked.shed();
        BitSet found = new BitSet();
        int twice = 0;
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(bootstrapServers)) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(TOPIC, Duration.ofSeconds(30)).stream()
                            .map(each -> new TopicPartition(TOPIC, each.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long heard = System.nanoTime();
            while (!missing.isEmpty() && System.nanoTime() - heard < QUIET.toNanos()) {
                for (ConsumerRecord<byte[], byte[]> each : consumer.poll(Duration.ofMillis(200))) {
                    String sighting = new String(each.value(), StandardCharsets.UTF_8);
                    int number = number(sighting);
                    if (number >= 0) {
                        // Not for whatever comes: doors say now and then that they live.
                        heard = System.nanoTime();
                        twice += found.get(number) ? 1 : 0;
                        found.set(number);
                        missing.clear(number);
                        if (sighting.contains(BUSY)) {
                            otherwise.clear(number);
                        }
                    }
                }
            }
        }
        return new Count(
                answered.cardinality(), missing.cardinality(), twice, otherwise.cardinality());
    }

    private static int number(String sighting) {
        Matcher matcher = NUMBER.matcher(sighting);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : -1;
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String bootstrapServers) {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
