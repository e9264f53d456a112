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
    static final String TOPIC = "fingerpost.redirect.state";

    /** No control-plane transaction writes more rows. */
    private static final int TRANSACTION = 1_000;

    private final KafkaProducer<String, byte[]> producer;
    private long commit;
    private int open;

    public StateWriter(String broker, long firstCommit) {
        commit = firstCommit;
        producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                broker,
                                "transactional.id",
                                "bench",
                                "acks",
                                "all",
                                "linger.ms",
                                0),
                        new StringSerializer(),
                        new ByteArraySerializer());
        producer.initTransactions();
    }

    public static void createTopic(String broker) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            admin.createTopics(
                            List.of(
                                    new NewTopic(TOPIC, 1, (short) 1)
                                            .configs(Map.of("cleanup.policy", "compact"))))
                    .all()
                    .get();
        }
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
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(TOPIC, 0, key, value);
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", commit + "-" + key);
        header(record, "ce_source", "/fingerpost/redirect");
        String thing = key.startsWith("range/") ? "range" : "target-server";
        header(record, "ce_type", "org.fingerpost.redirect." + thing + ".v1");
        header(record, "ce_time", "2026-11-24T15:00:00.123456Z");
        header(record, "ce_subject", key);
        header(record, "content-type", "application/json");
        header(record, "ce_commit", Long.toString(commit));
        header(record, "ce_last", Boolean.toString(last));
        header(record, "ce_revision", Long.toString(commit));
        producer.send(record);
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close();
    }
}
