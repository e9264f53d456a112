package org.fingerpost.door.sightings;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.fingerpost.brokers.Brokers;
import org.jboss.logging.Logger;

/**
 * Hands the sightings of all doors to a control plane, at least once and those of one phone in
 * their order. The offset of a batch is kept when the batch was taken: one that could not be taken
 * is read again, for as long as it needs.
 */
public final class SightingsFollower {
    private static final Logger LOG = Logger.getLogger(SightingsFollower.class);
    private static final byte[] HEARTBEAT = Heartbeat.TYPE.getBytes(StandardCharsets.US_ASCII);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration RETRY = Duration.ofSeconds(1);

    /** Who takes them; several followers with the same group share the work. */
    @FunctionalInterface
    public interface Taker {
        /**
         * Called a few times a second, also when there is nothing new, so that whoever has to look
         * at the clock can do it here. To throw means: not taken.
         *
         * @param sightings at most a thousand, as they came: nobody has looked into them
         */
        void take(List<byte[]> sightings);
    }

    /** Who takes heartbeats too: what was told before one has been handed over before it. */
    @FunctionalInterface
    public interface Hearer {
        /**
         * As {@link Taker#take}; the heartbeats came after all sightings of their partition and
         * door that are not among these.
         */
        void take(List<byte[]> sightings, List<byte[]> heartbeats);
    }

    private final String topic;
    private final Hearer hearer;
    private final Map<String, Object> client;
    private final OnceAMinute trouble = new OnceAMinute();
    private final Thread thread;
    private volatile boolean stopping;
    private volatile long lag;

    public SightingsFollower(String group, Brokers brokers, Taker taker) {
        this(SightingsTopic.NAME, group, brokers, taker);
    }

    public SightingsFollower(String group, Brokers brokers, Hearer hearer) {
        this(SightingsTopic.NAME, group, brokers, hearer);
    }

    SightingsFollower(String topic, String group, Brokers brokers, Taker taker) {
        this(topic, group, brokers, (sightings, _) -> taker.take(sightings));
    }

    SightingsFollower(String topic, String group, Brokers brokers, Hearer hearer) {
        this.topic = topic;
        this.hearer = hearer;
        this.thread = Thread.ofPlatform().daemon().name(group).unstarted(this::listen);
        this.client =
                brokers.client(
                        Map.of(
                                ConsumerConfig.GROUP_ID_CONFIG,
                                group,
                                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                                false,
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                                "earliest",
                                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                                false,
                                // a batch is a transaction, which has a thousand rows at the most
                                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                                1_000,
                                // the topic may be made after this consumer
                                ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                                2_000));
    }

    public void start() {
        thread.start();
    }

    /** Waits until the batch that is being taken is done; does nothing if it was never started. */
    public void stop() throws InterruptedException {
        stopping = true;
        if (thread.isAlive()) {
            thread.join(RETRY.multipliedBy(3));
        }
    }

    /** How many sightings wait in Kafka, as far as was heard. */
    public long lag() {
        return lag;
    }

    private void listen() {
        while (!stopping) {
            try (Consumer<byte[], byte[]> consumer = consumer()) {
                consumer.subscribe(List.of(topic));
                while (!stopping) {
                    workOff(consumer);
                }
            } catch (RuntimeException e) {
                if (!stopping) {
                    trouble.run(() -> LOG.warnf("sightings cannot be followed: %s", e));
                    pause();
                }
            }
        }
    }

    private void workOff(Consumer<byte[], byte[]> consumer) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        OptionalLong behind = behind(consumer);
        // Said before it is tried: what is never taken waits too.
        behind.ifPresent(more -> lag = more + records.count());
        List<byte[]> sightings = new ArrayList<>(records.count());
        List<byte[]> heartbeats = new ArrayList<>();
        records.forEach(record -> {
            if (record.value() != null) {
                (isHeartbeat(record) ? heartbeats : sightings).add(record.value());
            }
        });
        hearer.take(sightings, heartbeats);
        if (!records.isEmpty()) {
            consumer.commitSync();
        }
        behind.ifPresent(more -> lag = more);
    }

    /**
     * Nothing while no partition is ours, or Kafka has not told of one: then the last word stays.
     */
    private static OptionalLong behind(Consumer<?, ?> consumer) {
        List<OptionalLong> each = consumer.assignment().stream().map(consumer::currentLag).toList();
        return each.isEmpty() || each.contains(OptionalLong.empty())
                ? OptionalLong.empty()
                : OptionalLong.of(each.stream().mapToLong(OptionalLong::getAsLong).sum());
    }

    private static boolean isHeartbeat(ConsumerRecord<?, ?> record) {
        Header type = record.headers().lastHeader("ce_type");
        return type != null && Arrays.equals(type.value(), HEARTBEAT);
    }

    private Consumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                client, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
