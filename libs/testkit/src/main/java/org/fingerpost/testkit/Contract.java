package org.fingerpost.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Holds what a service has produced against the schemas in {@code libs/contracts}. */
public final class Contract {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Contract() {}

    /** A state record: its headers and, unless it is a tombstone, its value. */
    public static void holdsForState(ConsumerRecord<String, String> message) {
        ObjectNode headers = headers(message);
        assertThat(schema("state-record-headers.v1").validate(headers))
                .as("headers of %s: %s", message.key(), headers)
                .isEmpty();
        assertThat(headers.path("ce_subject").asText()).isEqualTo(message.key());
        if (message.value() != null) {
            holds(message, headers);
        }
    }

    /** A sighting, or one of the heartbeats between them. */
    public static void holdsForSighting(ConsumerRecord<String, String> message) {
        boolean heartbeat = headers(message).path("ce_type").asText().contains("heartbeat");
        holdsFor(heartbeat ? "heartbeat" : "sighting", message);
    }

    public static void holdsForNotice(ConsumerRecord<String, String> message) {
        holdsFor("notice", message);
    }

    private static void holdsFor(String event, ConsumerRecord<String, String> message) {
        ObjectNode headers = headers(message);
        assertThat(schema(event + "-headers.v1").validate(headers))
                .as("headers of a %s of %s: %s", event, message.key(), headers)
                .isEmpty();
        holds(message, headers);
    }

    /** Everything committed to a topic up to now, a partition after the other. */
    public static List<ConsumerRecord<String, String>> read(String topic) {
        List<ConsumerRecord<String, String>> all = new ArrayList<>();
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        TestKafka.bootstrapServers(),
                        "isolation.level",
                        "read_committed",
                        "enable.auto.commit",
                        false);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(each -> new TopicPartition(topic, each.partition()))
                            .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            }
        }
        return all;
    }

    private static void holds(ConsumerRecord<String, String> message, ObjectNode headers) {
        String type = headers.path("ce_type").asText();
        try {
            assertThat(schema(type).validate(JSON.readTree(message.value())))
                    .as("%s as %s: %s", message.key(), type, message.value())
                    .isEmpty();
        } catch (IOException e) {
            throw new AssertionError(message.key() + " is no JSON", e);
        }
    }

    private static ObjectNode headers(ConsumerRecord<String, String> message) {
        ObjectNode headers = JSON.createObjectNode();
        message.headers()
                .forEach(header ->
                        headers.put(
                                header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    private static Schema schema(String name) {
        String file = "/org/fingerpost/contracts/" + name + ".json";
        try (InputStream schema = Contract.class.getResourceAsStream(file)) {
            assertThat(schema).as("a schema for %s", name).isNotNull();
            return SCHEMAS.getSchema(JSON.readTree(schema));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
