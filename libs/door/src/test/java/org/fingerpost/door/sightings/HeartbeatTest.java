package org.fingerpost.door.sightings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fingerpost.door.spool.Spool;
import org.fingerpost.testkit.TestKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A door says how far its sightings go, and whether some are lost. */
class HeartbeatTest {
    @TempDir private Path folder;

    /** Its time is a second before the feeder looked, and found what was noted before in Kafka. */
    @Test
    void eachPartitionIsToldHowFarTheDoorsSightingsGo() throws Exception {
        SightingsTopic topic = FedTopic.topic(TestKafka.bootstrapServers(), "sightings-heartbeat");
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T12:00:01Z"), ZoneOffset.UTC);
        try (Sightings sightings = Sightings.open(folder, FedTopic.ROOMY, topic, clock)) {
            FedTopic.note(sightings, 1, 1);
            FedTopic.awaitEmpty(sightings);
            List<ConsumerRecord<String, byte[]>> beats =
                    FedTopic.read(topic, "org.fingerpost.heartbeat.v1", 6);

            assertThat(beats).extracting(ConsumerRecord::partition).contains(0, 1, 2, 3, 4, 5);
            for (ConsumerRecord<String, byte[]> beat : beats) {
                JsonNode data = new ObjectMapper().readTree(beat.value());
                assertThat(data.get("partition").asInt()).isEqualTo(beat.partition());
                assertThat(data.get("partitions").asInt()).isEqualTo(6);
                assertThat(data.get("service").asText()).isEqualTo("redirect");
                assertThat(data.get("time").asText()).isEqualTo("2026-11-23T12:00:00.000Z");
                assertThat(FedTopic.header(beat, "ce_id"))
                        .startsWith(data.get("door").asText() + "/");
            }
        }
    }

    @Test
    void aDoorThatLostSomethingSaysSoWithItsHeartbeat() throws Exception {
        SightingsTopic topic = FedTopic.topic(TestKafka.bootstrapServers(), "sightings-lost");
        try (Spool spool = Spool.open(folder, 1000, Clock.systemUTC())) {
            while (spool.append(Instant.parse("2026-11-23T11:00:00Z"), "", new byte[100])) {
                // until it is full
            }
        }
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T12:00:01Z"), ZoneOffset.UTC);
        try (Sightings sightings = Sightings.open(folder, 1000, topic, clock)) {
            FedTopic.awaitEmpty(sightings);
            for (ConsumerRecord<String, byte[]> beat :
                    FedTopic.read(topic, "org.fingerpost.heartbeat.v1", 6)) {
                JsonNode data = new ObjectMapper().readTree(beat.value());
                assertThat(data.get("lastLoss").asText()).isEqualTo("2026-11-23T11:00:00.000Z");
            }
        }
    }

    @Test
    void aDoorWhoseSpoolWasDamagedSaysSoThoughNobodyHasAskedSince() throws Exception {
        SightingsTopic topic = FedTopic.topic(TestKafka.bootstrapServers(), "sightings-damaged");
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T12:00:01Z"), ZoneOffset.UTC);
        try (Spool spool = Spool.open(folder, FedTopic.ROOMY, clock)) {
            for (int i = 0; i < 3; i++) {
                spool.append(Instant.parse("2026-11-23T11:00:00Z"), "", new byte[100]);
            }
        }
        Path segment = folder.resolve("0000000000000000001.spool1");
        byte[] bytes = Files.readAllBytes(segment);
        bytes[20] ^= 1;
        Files.write(segment, bytes);
        try (Sightings sightings = Sightings.open(folder, FedTopic.ROOMY, topic, clock)) {
            FedTopic.awaitEmpty(sightings);
            for (ConsumerRecord<String, byte[]> beat :
                    FedTopic.read(topic, "org.fingerpost.heartbeat.v1", 6)) {
                JsonNode data = new ObjectMapper().readTree(beat.value());
                assertThat(data.get("lastLoss").asText()).isEqualTo("2026-11-23T12:00:01.000Z");
            }
            assertThat(sightings.depth().dropped()).isEqualTo(3);
        }
    }
}
