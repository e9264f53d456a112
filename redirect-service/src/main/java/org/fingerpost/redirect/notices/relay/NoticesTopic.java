package org.fingerpost.redirect.notices.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.fingerpost.brokers.Brokers;
import org.fingerpost.redirect.notices.Notice;
import org.fingerpost.redirect.notices.Notices;

/** The topic's only writer; opening another one fences this one. */
final class NoticesTopic implements AutoCloseable {
    static final String NAME = "fingerpost.notices";

    /** By provider: enough for several readers, few enough for one machine. */
    private static final int PARTITIONS = 6;

    private final Producer<String, byte[]> producer;

    private NoticesTopic(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /** Makes the topic if it is missing; throws if Kafka is away. */
    static NoticesTopic open(Brokers brokers, Duration retention) throws InterruptedException {
        make(brokers, retention);
        Map<String, Object> client =
                brokers.client(
                        Map.of(
                                ProducerConfig.TRANSACTIONAL_ID_CONFIG, NAME + ".relay",
                                ProducerConfig.ACKS_CONFIG, "all",
                                ProducerConfig.LINGER_MS_CONFIG, 0,
                                ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000,
                                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000,
                                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 20_000));
        Producer<String, byte[]> producer =
                new KafkaProducer<>(client, new StringSerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
            return new NoticesTopic(producer);
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    /** All of them, or none until the next try. */
    void publish(List<Notice> notices) {
        List<Future<RecordMetadata>> sent = new ArrayList<>(notices.size());
        producer.beginTransaction();
        notices.forEach(notice -> sent.add(producer.send(record(notice))));
        // Commits only if every record was acknowledged; throws otherwise.
        producer.commitTransaction();
        if (!sent.stream().allMatch(Future::isDone)) {
            throw new KafkaException("a transaction was committed before all was acknowledged");
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }

    /** A CloudEvent in Kafka's binary mode: attributes are headers, the value is the data. */
    private static ProducerRecord<String, byte[]> record(Notice notice) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(
                        NAME,
                        Long.toString(notice.provider()),
                        notice.data().toString().getBytes(UTF_8));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        notice.eventId(),
                        "ce_source",
                        Notices.SOURCE,
                        "ce_type",
                        Notices.TYPE,
                        "ce_time",
                        notice.at().toString(),
                        "ce_subject",
                        notice.subject(),
                        "content-type",
                        "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    private static void make(Brokers brokers, Duration retention) throws InterruptedException {
        Map<String, Object> client =
                brokers.client(
                        Map.of(
                                "default.api.timeout.ms", 10_000,
                                "request.timeout.ms", 5_000));
        NewTopic topic =
                new NewTopic(NAME, Optional.of(PARTITIONS), Optional.empty())
                        .configs(
                                Map.of(
                                        TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                                        "LogAppendTime",
                                        TopicConfig.RETENTION_MS_CONFIG,
                                        Long.toString(retention.toMillis())));
        try (Admin admin = Admin.create(client)) {
            admin.createTopics(List.of(topic)).all().get(15, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new KafkaException("no topic " + NAME, e.getCause());
            }
        } catch (TimeoutException e) {
            throw new KafkaException("Kafka did not answer", e);
        }
    }
}
