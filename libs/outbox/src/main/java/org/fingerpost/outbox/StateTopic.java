package org.fingerpost.outbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Sees to it that the state topic is there: one partition, compacted, never deleted by age. */
final class StateTopic {
    private static final Map<String, String> SETTINGS =
            Map.of(
                    TopicConfig.CLEANUP_POLICY_CONFIG,
                    TopicConfig.CLEANUP_POLICY_COMPACT,
                    // Kafka's clock counts: it would refuse what a wrong one of ours says.
                    TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                    "LogAppendTime",
                    // A tombstone must outlive the longest absence after which a replica still goes
                    // on from its offset.
                    TopicConfig.DELETE_RETENTION_MS_CONFIG,
                    Long.toString(TimeUnit.DAYS.toMillis(8)),
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                    Integer.toString(4 << 20));

    private StateTopic() {}

    static boolean isThere(RelaySettings settings) throws InterruptedException {
        try (Admin admin = admin(settings)) {
            return admin.listTopics().names().get(15, TimeUnit.SECONDS).contains(settings.topic());
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("Kafka did not answer", e);
        }
    }

    static void make(RelaySettings settings) throws InterruptedException {
        try (Admin admin = admin(settings)) {
            NewTopic topic =
                    new NewTopic(settings.topic(), Optional.of(1), Optional.empty())
                            .configs(SETTINGS);
            admin.createTopics(List.of(topic)).all().get(15, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new KafkaException("no topic " + settings.topic(), e.getCause());
            }
        } catch (TimeoutException e) {
            throw new KafkaException("Kafka did not answer", e);
        }
    }

    private static Admin admin(RelaySettings settings) {
        Map<String, Object> client = new HashMap<>(settings.kafka());
        client.put("default.api.timeout.ms", 10_000);
        client.put("request.timeout.ms", 5_000);
        return Admin.create(client);
    }
}
