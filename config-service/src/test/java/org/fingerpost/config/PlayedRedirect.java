package org.fingerpost.config;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.fingerpost.access.ApiKey;
import org.fingerpost.testkit.TestKafka;

/** The redirect service, as far as this one sees it: the records of its state topic. */
public final class PlayedRedirect implements QuarkusTestResourceLifecycleManager {
    private static final String TOPIC = "fingerpost.redirect.state";
    private static final String FIRMWARE = "fingerpost.firmware.state";
    private static final AtomicLong COUNT = new AtomicLong();
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A provider with its API key. */
    public record Customer(long id, String pathKey, String apiKey) {}

    @Override
    public Map<String, String> start() {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrapServers()))) {
            List<NewTopic> topics =
                    Stream.of(TOPIC, FIRMWARE)
                            .map(topic -> new NewTopic(topic, 1, (short) 1))
                            .map(topic -> topic.configs(Map.of("cleanup.policy", "compact")))
                            .toList();
            admin.createTopics(topics).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Map.of();
    }

    @Override
    public void stop() {
        // The broker ends with the JVM.
    }

    public static Customer customer() {
        long id = COUNT.incrementAndGet();
        // made at the commit that tells of it, so that the service waits for it
        ApiKey key = ApiKey.make(RANDOM, COUNT.get() + 1);
        String pathKey = key.reveal().substring(key.reveal().length() - 13);
        publish(
                "provider/" + id,
                "org.fingerpost.redirect.provider.v1",
                """
                {"id":%d,"pathKey":"%s","keyHashes":["%s"]}\
                """
                        .formatted(id, pathKey, key.hash()));
        return new Customer(id, pathKey, key.reveal());
    }

    /** A further key of the customer's; the one that the customer has stays. */
    static String furtherKey(Customer customer, String permission) {
        ApiKey first = ApiKey.parse(customer.apiKey()).orElseThrow();
        ApiKey further = ApiKey.make(RANDOM, COUNT.get() + 1);
        publish(
                "provider/" + customer.id(),
                "org.fingerpost.redirect.provider.v1",
                """
                {"id":%d,"pathKey":"%s","keyHashes":["%s","%s"],\
                "granted":[{"keyHash":"%s","permissions":["%s"]}]}\
                """
                        .formatted(
                                customer.id(),
                                customer.pathKey(),
                                first.hash(),
                                further.hash(),
                                further.hash(),
                                permission));
        return further.reveal();
    }

    /** An active range of the customer's, sent to this URL. */
    public static void range(Customer customer, String first, String last, String configUrl) {
        long target = COUNT.incrementAndGet();
        publish(
                "target/" + target,
                "org.fingerpost.redirect.target-server.v1",
                """
                {"id":%d,"provider":%d,"name":"s","configUrl":"%s","firmwareUrl":"http://f/f"}\
                """
                        .formatted(target, customer.id(), configUrl));
        long range = COUNT.incrementAndGet();
        publish(
                "range/" + range,
                "org.fingerpost.redirect.range.v1",
                """
                {"id":%d,"provider":%d,"first":"%s","last":"%s","target":%d,"state":"active"}\
                """
                        .formatted(range, customer.id(), first, last, target));
    }

    /** A record of this service's own topic, as another control plane may have written it. */
    static void deviceSealedWithAnUnknownKey(Customer customer, String mac) {
        publish(
                "config",
                "device/" + customer.id() + "/" + mac,
                "org.fingerpost.config.device.v1",
                """
                {"provider":%d,"mac":"%s","model":"GXP2160","generation":1,\
                "settings":[{"p":"P34","sealed":{"keyId":"k9","nonce":"AAAAAAAAAAAAAAAA",\
                "ciphertext":"AAAAAAAAAAAAAAAAAAAAAAAAAAAA"}}]}\
                """
                        .formatted(customer.id(), mac));
    }

    /** What the firmware service tells of an offer; {@code more} are further words. */
    static void firmware(Customer customer, String family, String version, String more) {
        publish(
                "firmware",
                "offer/" + customer.id() + "/" + family,
                "org.fingerpost.firmware.offer.v1",
                """
                {"provider":%d,"family":"%s","release":12,"version":"%s",\
                "prefix":"","postfix":"_%s"%s}\
                """
                        .formatted(customer.id(), family, version, version, more));
    }

    /** What the firmware service tells of a rollout that is open to all GXP2160 of a version. */
    static void rollout(Customer customer, long id, String version, String running) {
        publish(
                "firmware",
                "rollout/" + id,
                "org.fingerpost.firmware.rollout.v1",
                """
                {"id":%d,"provider":%d,"release":13,"version":"%s","prefix":"","postfix":"_%s",\
                "holds":[13],"names":["GXP2160"],"running":["%s"],"P238":1,\
                "salt":"000102030405060708090a0b0c0d0e0f","open":4294967296}\
                """
                        .formatted(id, customer.id(), version, version, running));
    }

    /** Admission modes as a later version of this service may have written them. */
    static void admission(Customer customer, String state) {
        publish(
                "config",
                "admission/" + customer.id(),
                "org.fingerpost.config.admission.v1",
                state);
    }

    private static void publish(String key, String type, String value) {
        publish("redirect", key, type, value);
    }

    private static synchronized void publish(
            String service, String key, String type, String value) {
        long commit = COUNT.incrementAndGet();
        String topic = "fingerpost." + service + ".state";
        Map<String, Object> client =
                Map.of(
                        "bootstrap.servers",
                        TestKafka.bootstrapServers(),
                        "transactional.id",
                        "played-" + service);
        ProducerRecord<String, String> event = new ProducerRecord<>(topic, key, value);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        "/fingerpost/redirect",
                        "ce_type",
                        type,
                        "ce_time",
                        Instant.now().toString(),
                        "ce_subject",
                        key,
                        "content-type",
                        "application/json",
                        "ce_commit",
                        Long.toString(commit),
                        "ce_last",
                        "true",
                        "ce_revision",
                        Long.toString(commit))
                .forEach((name, text) ->
                        event.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(event);
            producer.commitTransaction();
        }
    }
}
