package org.fingerpost.config.devices;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fingerpost.door.sightings.OnceAMinute;
import org.fingerpost.door.sightings.SightingsTopic;
import org.jboss.logging.Logger;

/**
 * Hears from the sightings which files the doors have given, so that a window that was used at one
 * door closes at all. A batch that could not be worked off is read again.
 */
@ApplicationScoped
class Fetches {
    private static final Logger LOG = Logger.getLogger(Fetches.class);
    private static final String GROUP = "fingerpost-config-control";
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Devices devices;
    private final Map<String, Object> client;
    private final boolean controlPlane;
    private final OnceAMinute trouble = new OnceAMinute();
    private volatile boolean stopping;
    private final Thread thread = new Thread(this::listen, "fetches");

    Fetches(
            Devices devices,
            @ConfigProperty(name = "fingerpost.kafka.bootstrap-servers") String bootstrapServers,
            @ConfigProperty(name = "fingerpost.planes", defaultValue = "both") String planes) {
        this.devices = devices;
        this.controlPlane = !planes.equalsIgnoreCase("data");
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
        while (!stopping) {
            try (Consumer<byte[], byte[]> consumer = consumer()) {
                consumer.subscribe(List.of(SightingsTopic.NAME));
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
        List<Fetch> fetches = new ArrayList<>();
        consumer.poll(POLL)
                .forEach(sighting -> {
                    if (sighting.value() != null) {
                        Fetch.of(sighting.value()).ifPresent(fetches::add);
                    }
                });
        if (!fetches.isEmpty()) {
            devices.given(fetches);
        }
        consumer.commitSync();
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
