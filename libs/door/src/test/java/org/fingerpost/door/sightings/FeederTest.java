package org.fingerpost.door.sightings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.fingerpost.brokers.Brokers;
import org.fingerpost.door.spool.Spool;
import org.fingerpost.testkit.EmbeddedBroker;
import org.fingerpost.testkit.TestKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeederTest {
    private static final long ROOMY = 1L << 30;

    @TempDir private Path folder;

    private static SightingsTopic topic(String bootstrapServers, String name) {
        return new SightingsTopic(
                Brokers.at(bootstrapServers), name, "redirect", Duration.ofDays(7));
    }

    private static String mac(int n) {
        return String.format("000b82%06x", n % 16);
    }

    private static void note(Sightings sightings, int from, int count) {
        for (int n = from; n < from + count; n++) {
            sightings.note(SightingJsonTest.sighting(n % 5 == 0 ? "" : mac(n), "phone " + n));
        }
    }

    /** Reads until so many different events were seen; the test's time-out is the caller's. */
    private static List<ConsumerRecord<String, byte[]>> read(SightingsTopic topic, int events) {
        return read(topic, "org.fingerpost.sighting.v1", events);
    }

    private static List<ConsumerRecord<String, byte[]>> read(
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

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        byte[] value = record.headers().lastHeader(name).value();
        return new String(value, StandardCharsets.UTF_8);
    }

    private static long sequence(ConsumerRecord<String, byte[]> record) {
        String id = header(record, "ce_id");
        return Long.parseLong(id.substring(id.indexOf('/') + 1));
    }

    @Test
    void aSightingArrivesAsACloudEvent() throws Exception {
        SightingsTopic topic = topic(TestKafka.bootstrapServers(), "sightings-event");
        try (Sightings sightings = Sightings.open(folder, ROOMY, topic, Clock.systemUTC())) {
            sightings.note(SightingJsonTest.sighting("000b82123456", "Grandstream"));
            sightings.note(SightingJsonTest.sighting("", "curl"));
            awaitEmpty(sightings);
        }
        List<ConsumerRecord<String, byte[]>> records = read(topic, 2);
        ConsumerRecord<String, byte[]> known =
                records.stream().filter(r -> r.key() != null).findFirst().orElseThrow();
        JsonNode data = new ObjectMapper().readTree(known.value());
        assertThat(known.key()).isEqualTo("000b82123456");
        Map<String, String> headers = new HashMap<>();
        known.headers().forEach(h -> headers.put(h.key(), header(known, h.key())));
        assertThat(headers)
                .isEqualTo(
                        Map.of(
                                "ce_specversion", "1.0",
                                "ce_id", data.get("door").asText() + "/1",
                                "ce_source", "/fingerpost/redirect",
                                "ce_type", "org.fingerpost.sighting.v1",
                                "ce_time", "2026-11-23T12:00:00.123Z",
                                "ce_subject", "000b82123456",
                                "content-type", "application/json"));
        assertThat(data.get("sequence").asLong()).isEqualTo(1);
        ConsumerRecord<String, byte[]> unknown =
                records.stream().filter(r -> r.key() == null).findFirst().orElseThrow();
        assertThat(unknown.headers().lastHeader("ce_subject")).isNull();
    }

    /** Its time is a second before the feeder looked, and found what was noted before in Kafka. */
    @Test
    void eachPartitionIsToldHowFarTheDoorsSightingsGo() throws Exception {
        SightingsTopic topic = topic(TestKafka.bootstrapServers(), "sightings-heartbeat");
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T12:00:01Z"), ZoneOffset.UTC);
        try (Sightings sightings = Sightings.open(folder, ROOMY, topic, clock)) {
            note(sightings, 1, 1);
            awaitEmpty(sightings);
            List<ConsumerRecord<String, byte[]>> beats =
                    read(topic, "org.fingerpost.heartbeat.v1", 6);

            assertThat(beats).extracting(ConsumerRecord::partition).contains(0, 1, 2, 3, 4, 5);
            for (ConsumerRecord<String, byte[]> beat : beats) {
                JsonNode data = new ObjectMapper().readTree(beat.value());
                assertThat(data.get("partition").asInt()).isEqualTo(beat.partition());
                assertThat(data.get("partitions").asInt()).isEqualTo(6);
                assertThat(data.get("service").asText()).isEqualTo("redirect");
                assertThat(data.get("time").asText()).isEqualTo("2026-11-23T12:00:00.000Z");
                assertThat(header(beat, "ce_id")).startsWith(data.get("door").asText() + "/");
            }
        }
    }

    @Test
    void aDoorThatLostSomethingSaysSoWithItsHeartbeat() throws Exception {
        SightingsTopic topic = topic(TestKafka.bootstrapServers(), "sightings-lost");
        try (Spool spool = Spool.open(folder, 1000, Clock.systemUTC())) {
            while (spool.append(Instant.parse("2026-11-23T11:00:00Z"), "", new byte[100])) {
                // until it is full
            }
        }
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T12:00:01Z"), ZoneOffset.UTC);
        try (Sightings sightings = Sightings.open(folder, 1000, topic, clock)) {
            awaitEmpty(sightings);
            for (ConsumerRecord<String, byte[]> beat :
                    read(topic, "org.fingerpost.heartbeat.v1", 6)) {
                JsonNode data = new ObjectMapper().readTree(beat.value());
                assertThat(data.get("lastLoss").asText()).isEqualTo("2026-11-23T11:00:00.000Z");
            }
        }
    }

    @Test
    void aDoorWhoseSpoolWasDamagedSaysSoThoughNobodyHasAskedSince() throws Exception {
        SightingsTopic topic = topic(TestKafka.bootstrapServers(), "sightings-damaged");
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T12:00:01Z"), ZoneOffset.UTC);
        try (Spool spool = Spool.open(folder, ROOMY, clock)) {
            for (int i = 0; i < 3; i++) {
                spool.append(Instant.parse("2026-11-23T11:00:00Z"), "", new byte[100]);
            }
        }
        Path segment = folder.resolve("0000000000000000001.spool1");
        byte[] bytes = Files.readAllBytes(segment);
        bytes[20] ^= 1;
        Files.write(segment, bytes);
        try (Sightings sightings = Sightings.open(folder, ROOMY, topic, clock)) {
            awaitEmpty(sightings);
            for (ConsumerRecord<String, byte[]> beat :
                    read(topic, "org.fingerpost.heartbeat.v1", 6)) {
                JsonNode data = new ObjectMapper().readTree(beat.value());
                assertThat(data.get("lastLoss").asText()).isEqualTo("2026-11-23T12:00:01.000Z");
            }
            assertThat(sightings.depth().dropped()).isEqualTo(3);
        }
    }

    @Test
    void aMissingTopicIsCreatedWithSixPartitionsAndItsRetention() throws Exception {
        SightingsTopic topic = topic(TestKafka.bootstrapServers(), "sightings-created");
        try (Sightings sightings = Sightings.open(folder, ROOMY, topic, Clock.systemUTC())) {
            note(sightings, 1, 1);
            awaitEmpty(sightings);
        }
        Map<String, Object> settings = topic.brokers().client();
        try (Admin admin = Admin.create(settings)) {
            var description = admin.describeTopics(List.of(topic.name())).allTopicNames().get();
            assertThat(description.get(topic.name()).partitions()).hasSize(6);
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
            var config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
            assertThat(config.get("retention.ms").value()).isEqualTo("604800000");
        }
    }

    @Test
    void aBrokerThatGoesAwayAndComesBackGetsEverySightingInOrder() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.started()) {
            SightingsTopic topic = topic(broker.bootstrapServers(), "sightings-outage");
            try (Sightings sightings = Sightings.open(folder, ROOMY, topic, Clock.systemUTC())) {
                note(sightings, 1, 2_000);
                broker.stop();
                note(sightings, 2_001, 2_000);
            }
            // The door restarts while Kafka is away.
            try (Sightings sightings = Sightings.open(folder, ROOMY, topic, Clock.systemUTC())) {
                note(sightings, 4_001, 1_000);
                assertThat(sightings.depth().entries()).isGreaterThanOrEqualTo(3_000);
                broker.start();
                note(sightings, 5_001, 1_000);
                awaitEmpty(sightings);
                assertThat(sightings.depth().dropped()).isZero();
            }
            complete(read(topic, 6_000), 6_000);
        }
    }

    private static void complete(List<ConsumerRecord<String, byte[]>> records, int events) {
        Map<Integer, Set<Long>> byPartition = new HashMap<>();
        Set<Long> all = new HashSet<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            byPartition
                    .computeIfAbsent(record.partition(), p -> new LinkedHashSet<>())
                    .add(sequence(record));
            all.add(sequence(record));
        }
        assertThat(all)
                .isEqualTo(new HashSet<>(LongStream.rangeClosed(1, events).boxed().toList()));
        byPartition.values().forEach(numbers -> assertThat(List.copyOf(numbers)).isSorted());
    }

    @Test
    void aFullSpoolLosesSightingsAndCountsThem() throws Exception {
        SightingsTopic nowhere = topic("127.0.0.1:1", "sightings-nowhere");
        try (Sightings sightings = Sightings.open(folder, 20_000, nowhere, Clock.systemUTC())) {
            note(sightings, 1, 200);
            assertThat(sightings.depth().dropped()).isBetween(100L, 199L);
            assertThat(sightings.depth().entries() + sightings.depth().dropped()).isEqualTo(200);
        }
    }

    private static void awaitEmpty(Sightings sightings) throws InterruptedException {
        while (sightings.depth().entries() > 0) {
            Thread.sleep(10);
        }
    }
}
