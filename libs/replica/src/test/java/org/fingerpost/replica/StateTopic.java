package org.fingerpost.replica;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The writing end of a state topic: what an outbox does, transaction by transaction. */
final class StateTopic implements AutoCloseable {
    static final String TYPE = "org.fingerpost.test.thing.v1";

    private final String bootstrap;
    private final String name;
    private final KafkaProducer<String, byte[]> producer;

    StateTopic(String bootstrap, String name) {
        this.bootstrap = bootstrap;
        this.name = name;
        this.producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrap,
                                "transactional.id",
                                "writer-" + name,
                                "reconnect.backoff.max.ms",
                                500),
                        new StringSerializer(),
                        new ByteArraySerializer());
        producer.initTransactions();
    }

    static void create(String bootstrap, String name) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            NewTopic topic =
                    new NewTopic(name, 1, (short) 1)
                            .configs(Map.of("cleanup.policy", "compact,delete"));
            admin.createTopics(List.of(topic)).all().get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    String name() {
        return name;
    }

    /** One outbox transaction in one Kafka transaction. */
    void commit(long commit, Item... items) {
        producer.beginTransaction();
        for (int i = 0; i < items.length; i++) {
            producer.send(record(items[i], commit, i == items.length - 1));
        }
        producer.commitTransaction();
    }

    /** A piece of an outbox transaction, readable but without its end. */
    void commitPiece(long commit, Item... items) {
        producer.beginTransaction();
        for (Item item : items) {
            producer.send(record(item, commit, false));
        }
        producer.commitTransaction();
    }

    void abort(long commit, Item... items) {
        producer.beginTransaction();
        for (int i = 0; i < items.length; i++) {
            producer.send(record(items[i], commit, i == items.length - 1));
        }
        producer.flush();
        producer.abortTransaction();
    }

    void foreign(String key, Map<String, String> headers) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(name, key, bytes("?"));
        headers.forEach((header, value) -> record.headers().add(header, bytes(value)));
        producer.beginTransaction();
        producer.send(record);
        producer.commitTransaction();
    }

    void deleteRecordsBefore(long offset) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.deleteRecords(
                            Map.of(
                                    new TopicPartition(name, 0),
                                    RecordsToDelete.beforeOffset(offset)))
                    .all()
                    .get();
        }
    }

    void deleteAndCreateAgain() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.deleteTopics(List.of(name)).all().get();
            Eventually.that(() -> !admin.listTopics().names().get().contains(name));
        }
        create(bootstrap, name);
    }

    @Override
    public void close() {
        producer.close();
    }

    private ProducerRecord<String, byte[]> record(Item item, long commit, boolean last) {
        List<Header> headers = new ArrayList<>();
        headers.add(header("ce_type", TYPE));
        headers.add(header("ce_commit", Long.toString(commit)));
        headers.add(header("ce_last", Boolean.toString(last)));
        headers.add(header("ce_revision", Long.toString(item.revision)));
        byte[] value =
                switch (item.fate) {
                    case PUT -> bytes(item.value);
                    case GONE -> {
                        headers.add(header("ce_gone", "true"));
                        yield bytes("{\"gone\":true}");
                    }
                    case TOMBSTONE -> Optional.<byte[]>empty().orElse(null);
                };
        return new ProducerRecord<>(name, 0, item.key, value, headers);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, bytes(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    enum Fate {
        PUT,
        GONE,
        TOMBSTONE
    }

    record Item(String key, long revision, Fate fate, String value) {
        static Item put(String key, long revision, String value) {
            return new Item(key, revision, Fate.PUT, value);
        }

        static Item gone(String key, long revision) {
            return new Item(key, revision, Fate.GONE, "");
        }

        static Item tombstone(String key, long revision) {
            return new Item(key, revision, Fate.TOMBSTONE, "");
        }
    }
}
