package org.fingerpost.replica.topic;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.fingerpost.replica.disk.Origin;

/**
 * Asks Kafka once a second whether the topic is there and still the same one. A consumer alone
 * would not tell: it waits silently while Kafka is away, and reads on where a topic was made anew.
 */
public final class Heartbeat implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofSeconds(1);

    /** Long enough for a busy broker, short enough to be told of an outage in time. */
    private static final int PATIENCE_MS = 3_000;

    private final Admin admin;
    private final String topic;
    private Optional<CompletableFuture<Presence>> pending = Optional.empty();
    private long askedAt;

    public Heartbeat(Admin admin, String topic) {
        this.admin = admin;
        this.topic = topic;
    }

    /** Asks now; never fails. */
    public CompletableFuture<Presence> ask() {
        askedAt = System.nanoTime();
        CompletableFuture<String> cluster =
                future(
                        admin.describeCluster(new DescribeClusterOptions().timeoutMs(PATIENCE_MS))
                                .clusterId());
        CompletableFuture<TopicDescription> description =
                future(
                        admin.describeTopics(
                                        List.of(topic),
                                        new DescribeTopicsOptions().timeoutMs(PATIENCE_MS))
                                .topicNameValues()
                                .get(topic));
        return cluster.thenCombine(description, this::presence).exceptionally(this::absence);
    }

    /** To be called often and never waits: an answer when one has come, else asks if it is time. */
    public Optional<Presence> tick() {
        if (pending.isPresent()) {
            Optional<Presence> answer =
                    pending.filter(CompletableFuture::isDone).map(CompletableFuture::join);
            if (answer.isPresent()) {
                pending = Optional.empty();
            }
            return answer;
        }
        if (System.nanoTime() - askedAt >= PERIOD.toNanos()) {
            pending = Optional.of(ask());
        }
        return Optional.empty();
    }

    private Presence presence(String cluster, TopicDescription description) {
        int partitions = description.partitions().size();
        return partitions == 1
                ? new Presence.Here(new Origin(cluster, description.topicId().toString()))
                : new Presence.Away("it has " + partitions + " partitions, a state topic has one");
    }

    private Presence absence(Throwable trouble) {
        Throwable cause = trouble instanceof CompletionException ? trouble.getCause() : trouble;
        return cause instanceof UnknownTopicOrPartitionException
                ? new Presence.NoTopic()
                : new Presence.Away(String.valueOf(cause.getMessage()));
    }

    private static <T> CompletableFuture<T> future(KafkaFuture<T> future) {
        return future.toCompletionStage().toCompletableFuture();
    }

    @Override
    public void close() {
        admin.close(Duration.ofMillis(500));
    }
}
