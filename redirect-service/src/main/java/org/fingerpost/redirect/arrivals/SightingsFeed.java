package org.fingerpost.redirect.arrivals;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fingerpost.door.sightings.OnceAMinute;
import org.fingerpost.door.sightings.SightingsTopic;
import org.jboss.logging.Logger;

/**
 * Hears from the sightings which phones have asked the redirect doors. A batch is kept before its
 * offset is; one that could not be kept is read again, which changes nothing if it was.
 */
@ApplicationScoped
class SightingsFeed {
    private static final Logger LOG = Logger.getLogger(SightingsFeed.class);
    private static final String GROUP = "fingerpost-redirect-control";
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(10);

    private final Arrivals arrivals;
    private final Strays strays;
    private final Clock clock;
    private final Map<String, Object> client;
    private final boolean controlPlane;
    private final Counter read;
    private final AtomicLong lag;
    private final OnceAMinute trouble = new OnceAMinute();
    private volatile boolean stopping;
    private final Thread thread = new Thread(this::listen, "arrivals");

    SightingsFeed(
            Arrivals arrivals,
            Strays strays,
            Clock clock,
            MeterRegistry metrics,
            @ConfigProperty(name = "fingerpost.kafka.bootstrap-servers") String bootstrapServers,
            @ConfigProperty(name = "fingerpost.planes", defaultValue = "both") String planes) {
        this.arrivals = arrivals;
        this.strays = strays;
        this.clock = clock;
        this.controlPlane = !planes.equalsIgnoreCase("data");
        this.read =
                Counter.builder("fingerpost.arrivals.sightings")
                        .description("Sightings that were read, of all services")
                        .register(metrics);
        this.lag = new AtomicLong();
        Gauge.builder("fingerpost.arrivals.lag", lag, AtomicLong::get)
                .description("Sightings that wait in Kafka to be read")
                .register(metrics);
        this.client =
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.GROUP_ID_CONFIG,
                        GROUP,
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
                        2_000);
    }

    void start(@Observes StartupEvent event) {
        if (controlPlane) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        if (controlPlane) {
            thread.join(RETRY.multipliedBy(3));
        }
    }

    private void listen() {
        Instant nextSweep = clock.instant();
        while (!stopping) {
            try (Consumer<byte[], byte[]> consumer = consumer()) {
                consumer.subscribe(List.of(SightingsTopic.NAME));
                while (!stopping) {
                    workOff(consumer);
                    if (!clock.instant().isBefore(nextSweep) && !strays.sweep()) {
                        nextSweep = clock.instant().plus(SWEEP_EVERY);
                    }
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
        ConsumerRecords<byte[], byte[]> sightings = consumer.poll(POLL);
        List<Arrival> contacts = new ArrayList<>();
        sightings.forEach(sighting -> {
            if (sighting.value() != null) {
                Arrival.of(sighting.value()).ifPresent(contacts::add);
            }
        });
        if (!contacts.isEmpty()) {
            arrivals.keep(contacts);
        }
        if (!sightings.isEmpty()) {
            consumer.commitSync();
        }
        read.increment(sightings.count());
        lag.set(
                consumer.assignment().stream()
                        .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                        .sum());
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
