package org.fingerpost.door.sightings;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.fingerpost.door.spool.Entry;

/** Spool entries as CloudEvents in Kafka's binary mode, sent by an idempotent producer. */
final class SightingsProducer implements AutoCloseable {
    static final String TYPE = "org.fingerpost.sighting.v1";

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** A batch of the feeder's in few requests: it hands over a thousand at once, of about 700. */
    private static final int BATCH_BYTES = 256 * 1024;

    private static final byte[] SPEC_VERSION = "1.0".getBytes(US_ASCII);
    private static final byte[] CONTENT_TYPE = "application/json".getBytes(US_ASCII);

    private final SightingsTopic topic;
    private final UUID door;
    private final byte[] source;
    private final KafkaProducer<String, byte[]> producer;
    private final Deque<Future<RecordMetadata>> unsettled = new ArrayDeque<>();

    /** Creates the topic if it is missing; throws if Kafka is away. */
    SightingsProducer(SightingsTopic topic, UUID door) throws InterruptedException {
        this.topic = topic;
        this.door = door;
        this.source = ("/fingerpost/" + topic.service()).getBytes(US_ASCII);
        topic.ensure();
        this.producer =
                new KafkaProducer<>(
                        settings(topic), new StringSerializer(), new ByteArraySerializer());
    }

    private static Map<String, Object> settings(SightingsTopic topic) {
        return topic.brokers()
                .client(
                        Map.of(
                                ProducerConfig.ACKS_CONFIG,
                                "all",
                                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                                true,
                                // Records that expired one by one would come out of order when sent
                                // again.
                                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                                Integer.MAX_VALUE,
                                ProducerConfig.LINGER_MS_CONFIG,
                                0,
                                ProducerConfig.BATCH_SIZE_CONFIG,
                                BATCH_BYTES,
                                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                                PATIENCE.toMillis(),
                                ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                                PATIENCE.toMillis(),
                                ProducerConfig.METRIC_REPORTER_CLASSES_CONFIG,
                                "",
                                ProducerConfig.ENABLE_METRICS_PUSH_CONFIG,
                                false));
    }

    /** Sends in order; a record that cannot even be queued throws and nothing follows it. */
    void send(List<Entry> batch) throws InterruptedException {
        for (Entry entry : batch) {
            Future<RecordMetadata> future = producer.send(record(entry));
            if (future.isDone()) {
                await(future);
            } else {
                unsettled.add(future);
            }
        }
    }

    /** Tells each partition that it has everything from before that time, but for what was lost. */
    void beat(Instant upTo, Optional<Instant> lastLoss) {
        List<PartitionInfo> partitions = producer.partitionsFor(topic.name());
        for (PartitionInfo each : partitions) {
            Heartbeat beat =
                    new Heartbeat(
                            door,
                            topic.service(),
                            upTo,
                            each.partition(),
                            partitions.size(),
                            lastLoss);
            ProducerRecord<String, byte[]> record =
                    new ProducerRecord<>(topic.name(), each.partition(), null, beat.json());
            mark(record, beat.id(), Heartbeat.TYPE, upTo);
            unsettled.add(producer.send(record));
        }
    }

    /** Waits a little; true when Kafka has acknowledged everything that was sent. */
    boolean settled() throws InterruptedException {
        while (!unsettled.isEmpty()) {
            if (!await(unsettled.peek())) {
                return false;
            }
            unsettled.remove();
        }
        return true;
    }

    /** What Kafka has not acknowledged is given up here; the spool has it. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    private static boolean await(Future<RecordMetadata> future) throws InterruptedException {
        try {
            future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause().getMessage(), e.getCause());
        }
    }

    private ProducerRecord<String, byte[]> record(Entry entry) {
        String key = entry.key().isEmpty() ? null : entry.key();
        byte[] event = SightingJson.complete(door, entry.sequence(), entry.body());
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic.name(), key, event);
        mark(record, door + "/" + entry.sequence(), TYPE, entry.time());
        if (key != null) {
            record.headers().add("ce_subject", key.getBytes(US_ASCII));
        }
        return record;
    }

    private void mark(ProducerRecord<String, byte[]> record, String id, String type, Instant at) {
        Headers headers = record.headers();
        headers.add("ce_specversion", SPEC_VERSION);
        headers.add("ce_id", id.getBytes(US_ASCII));
        headers.add("ce_source", source);
        headers.add("ce_type", type.getBytes(US_ASCII));
        headers.add("ce_time", SightingJson.time(at).getBytes(US_ASCII));
        headers.add("content-type", CONTENT_TYPE);
    }
}
