package org.fingerpost.bench.world;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes state records in transactions, with the headers that the outbox gives them. */
public final class StateWriter implements AutoCloseable {
    /** No control-plane transaction writes more rows. */
    private static final int TRANSACTION = 1_000;

    private final KafkaProducer<String, byte[]> producer;
    private final String service;
    private long commit;
    private int open;

    /**
     * @param service whose state it is
     */
    public StateWriter(String broker, String service, long firstCommit) {
        this.service = service;
        commit = firstCommit;
        producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                broker,
                                "transactional.id",
                                "bench-" + service,
                                "acks",
                                "all",
                                "linger.ms",
                                0),
                        new StringSerializer(),
                        new ByteArraySerializer());
        producer.initTransactions();
    }

    public static void createTopic(String broker, String service)
            throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            admin.createTopics(
                            List.of(
                                    new NewTopic(topic(service), 1, (short) 1)
                                            .configs(Map.of("cleanup.policy", "compact"))))
                    .all()
                    .get();
        }
    }

    /** How many commits have been numbered. */
    public long commits() {
        return commit;
    }

    /** One of many. */
    public void add(String key, byte[] value) {
        if (open == 0) {
            producer.beginTransaction();
        }
        open++;
        send(key, value, open == TRANSACTION);
        if (open == TRANSACTION) {
            commit();
        }
    }

    /** One alone, in a transaction of its own. */
    public void commit(String key, byte[] value) {
        producer.beginTransaction();
        send(key, value, true);
        commit();
    }

    private void commit() {
        producer.commitTransaction();
        commit++;
        open = 0;
    }

    private void send(String key, byte[] value, boolean last) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic(service), 0, key, value);
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", commit + "-" + key);
        header(record, "ce_source", "/fingerpost/" + service);
        header(record, "ce_type", "org.fingerpost." + service + "." + thing(key) + ".v1");
        header(record, "ce_time", "2026-11-24T15:00:00.123456Z");
        header(record, "ce_subject", key);
        header(record, "content-type", "application/json");
        header(record, "ce_commit", Long.toString(commit));
        header(record, "ce_last", Boolean.toString(last));
        header(record, "ce_revision", Long.toString(commit));
        producer.send(record);
    }

    /** Records are named as their keys begin, but for this one. */
    private static String thing(String key) {
        String kind = key.substring(0, key.indexOf('/'));
        return kind.equals("target") ? "target-server" : kind;
    }

    private static String topic(String service) {
        return "fingerpost." + service + ".state";
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close();
    }
}
