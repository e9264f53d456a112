package org.fingerpost.door.sightings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.fingerpost.testkit.EmbeddedBroker;
import org.fingerpost.testkit.TestKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeederTest {
    @TempDir private Path folder;

    private static long sequence(ConsumerRecord<String, byte[]> record) {
        String id = FedTopic.header(record, "ce_id");
        return Long.parseLong(id.substring(id.indexOf('/') + 1));
    }

    @Test
    void aSightingArrivesAsACloudEvent() throws Exception {
        SightingsTopic topic = FedTopic.topic(TestKafka.bootstrapServers(), "sightings-event");
        try (Sightings sightings =
                Sightings.open(folder, FedTopic.ROOMY, topic, Clock.systemUTC())) {
            sightings.note(SightingJsonTest.sighting("000b82123456", "Grandstream"));
            sightings.note(SightingJsonTest.sighting("", "curl"));
            FedTopic.awaitEmpty(sightings);
        }
        List<ConsumerRecord<String, byte[]>> records = FedTopic.read(topic, 2);
        ConsumerRecord<String, byte[]> known =
                records.stream().filter(r -> r.key() != null).findFirst().orElseThrow();
        JsonNode data = new ObjectMapper().readTree(known.value());
        assertThat(known.key()).isEqualTo("000b82123456");
        Map<String, String> headers = new HashMap<>();
        known.headers().forEach(h -> headers.put(h.key(), FedTopic.header(known, h.key())));
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

    @Test
    void aMissingTopicIsCreatedWithSixPartitionsAndItsRetention() throws Exception {
        SightingsTopic topic = FedTopic.topic(TestKafka.bootstrapServers(), "sightings-created");
        try (Sightings sightings =
                Sightings.open(folder, FedTopic.ROOMY, topic, Clock.systemUTC())) {
            FedTopic.note(sightings, 1, 1);
            FedTopic.awaitEmpty(sightings);
        }
        Map<String, Object> settings = topic.brokers().client();
        try (Admin admin = Admin.create(settings)) {
            var description = admin.describeTopics(List.of(topic.name())).allTopicNames().get();
            assertThat(description.get(topic.name()).partitions()).hasSize(6);
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
            var config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
            assertThat(config.get("retention.ms").value()).isEqualTo("604800000");
            assertThat(config.get("retention.bytes").value()).isEqualTo("1073741824");
            assertThat(config.get("message.timestamp.type").value()).isEqualTo("LogAppendTime");
        }
    }

    @Test
    void aBrokerThatGoesAwayAndComesBackGetsEverySightingInOrder() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.started()) {
            SightingsTopic topic = FedTopic.topic(broker.bootstrapServers(), "sightings-outage");
            try (Sightings sightings =
                    Sightings.open(folder, FedTopic.ROOMY, topic, Clock.systemUTC())) {
                FedTopic.note(sightings, 1, 2_000);
                broker.stop();
                FedTopic.note(sightings, 2_001, 2_000);
            }
            // The door restarts while Kafka is away.
            try (Sightings sightings =
                    Sightings.open(folder, FedTopic.ROOMY, topic, Clock.systemUTC())) {
                FedTopic.note(sightings, 4_001, 1_000);
                assertThat(sightings.depth().entries()).isGreaterThanOrEqualTo(3_000);
                broker.start();
                FedTopic.note(sightings, 5_001, 1_000);
                FedTopic.awaitEmpty(sightings);
                assertThat(sightings.depth().dropped()).isZero();
            }
            complete(FedTopic.read(topic, 6_000), 6_000);
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
        SightingsTopic nowhere = FedTopic.topic("127.0.0.1:1", "sightings-nowhere");
        try (Sightings sightings = Sightings.open(folder, 20_000, nowhere, Clock.systemUTC())) {
            FedTopic.note(sightings, 1, 200);
            assertThat(sightings.depth().dropped()).isBetween(100L, 199L);
            assertThat(sightings.depth().entries() + sightings.depth().dropped()).isEqualTo(200);
        }
    }
}
