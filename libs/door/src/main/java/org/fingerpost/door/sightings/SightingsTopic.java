package org.fingerpost.door.sightings;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.fingerpost.brokers.Brokers;

/**
 * The topic that all doors feed.
 *
 * @param service name of this door's service: redirect, config or firmware
 * @param retention for which a topic that is missing is created
 */
public record SightingsTopic(Brokers brokers, String name, String service, Duration retention) {
    public static final String NAME = "fingerpost.sightings";

    /** By MAC: enough for several consumers, few enough for one machine. */
    private static final int PARTITIONS = 6;

    /**
     * Of a partition, 1 GiB: whoever may ask a door may write here, and 6 GiB, some fifteen million
     * sightings, fill no disk of one machine. A cluster's operator says more in its manifests.
     */
    private static final long RETENTION_BYTES = 1L << 30;

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** The topic under its usual name. */
    public static SightingsTopic at(Brokers brokers, String service, Duration retention) {
        return new SightingsTopic(brokers, NAME, service, retention);
    }

    /** Creates the topic if it is missing; the broker chooses the replication factor. */
    void ensure() throws InterruptedException {
        Map<String, Object> settings =
                brokers.client(
                        Map.of(
                                AdminClientConfig.METRIC_REPORTER_CLASSES_CONFIG,
                                "",
                                AdminClientConfig.ENABLE_METRICS_PUSH_CONFIG,
                                false,
                                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                                (int) PATIENCE.toMillis(),
                                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                                (int) PATIENCE.toMillis()));
        NewTopic wanted =
                new NewTopic(name, Optional.of(PARTITIONS), Optional.empty())
                        .configs(
                                Map.of(
                                        // Kafka's clock counts: what a door with a wrong one
                                        // sends would be refused, and hold up all behind it.
                                        TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                                        "LogAppendTime",
                                        TopicConfig.RETENTION_MS_CONFIG,
                                        Long.toString(retention.toMillis()),
                                        TopicConfig.RETENTION_BYTES_CONFIG,
                                        Long.toString(RETENTION_BYTES)));
        Admin admin = Admin.create(settings);
        try {
            admin.createTopics(List.of(wanted))
                    .all()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new KafkaException("no topic " + name, e.getCause());
            }
        } catch (TimeoutException e) {
            throw new KafkaException("no topic " + name, e);
        } finally {
            admin.close(Duration.ZERO);
        }
    }
}
