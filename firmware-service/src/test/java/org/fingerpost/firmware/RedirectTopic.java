package org.fingerpost.firmware;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.fingerpost.testkit.TestKafka;

/**
 * Stands for the redirect service, which no test here starts: tells of three providers, of whom one
 * has said where its phones lie, and under which name phones reach us.
 */
public final class RedirectTopic implements QuarkusTestResourceLifecycleManager {
    private static final String TOPIC = "fingerpost.redirect.state";

    @Override
    public Map<String, String> start() {
        create();
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                TestKafka.bootstrapServers(),
                                "transactional.id",
                                TOPIC + ".relay"),
                        new StringSerializer(),
                        new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(provider(Customer.ACME, 1, false));
            producer.send(provider(Customer.RIVAL, 2, false));
            producer.send(provider(Customer.FENCED, 3, false));
            producer.send(range(Customer.FENCED, "000b82e00000", "000b82e00fff", 4));
            producer.commitTransaction();
        }
        return Map.of(
                "fingerpost.firmware.public-url",
                "http://fw.example.com:8083/",
                "fingerpost.firmware.compliance.most-strays",
                "20",
                "fingerpost.firmware.doors.secret-file",
                secretOfDoors().toString());
    }

    @Override
    public void stop() {
        // The broker ends with the JVM.
    }

    /** In a file, as doors and control plane have it. */
    static Path secretOfDoors() {
        try {
            Path file = Path.of("target", "doors.secret").toAbsolutePath();
            return Files.writeString(file, "all-doors-have-this-one-word-in-a-file");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void create() {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrapServers()))) {
            NewTopic topic =
                    new NewTopic(TOPIC, 1, (short) 1).configs(Map.of("cleanup.policy", "compact"));
            admin.createTopics(List.of(topic)).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("no topic " + TOPIC + " on the test broker", e);
        }
    }

    private static ProducerRecord<String, String> provider(
            Customer customer, int revision, boolean last) {
        String value =
                """
                {"id":%d,"pathKey":"%s","keyHashes":["%s"]}\
                """
                        .formatted(customer.id(), customer.pathKey(), customer.keyHash());
        return told("provider/" + customer.id(), "provider", value, revision, last);
    }

    private static ProducerRecord<String, String> range(
            Customer owner, String first, String last, int revision) {
        String value =
                """
                {"id":1,"provider":%d,"first":"%s","last":"%s","target":1,"state":"active"}\
                """
                        .formatted(owner.id(), first, last);
        return told("range/1", "range", value, revision, true);
    }

    private static ProducerRecord<String, String> told(
            String key, String type, String value, int revision, boolean last) {
        ProducerRecord<String, String> message = new ProducerRecord<>(TOPIC, key, value);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        "1-" + revision,
                        "ce_source",
                        "/fingerpost/redirect",
                        "ce_type",
                        "org.fingerpost.redirect." + type + ".v1",
                        "ce_time",
                        Instant.now().toString(),
                        "ce_subject",
                        key,
                        "content-type",
                        "application/json",
                        "ce_commit",
                        "1",
                        "ce_last",
                        Boolean.toString(last),
                        "ce_revision",
                        Integer.toString(revision))
                .forEach((name, text) ->
                        message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return message;
    }
}
