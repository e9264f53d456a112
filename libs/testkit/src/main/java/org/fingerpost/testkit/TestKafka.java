package org.fingerpost.testkit;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.testcontainers.kafka.KafkaContainer;

/** One real Kafka broker for the whole test JVM. Tests keep apart by the names of their topics. */
public final class TestKafka {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestKafka() {}

    /** {@code host:port} of the broker, started on first use. */
    public static String bootstrapServers() {
        return Broker.BOOTSTRAP;
    }

    /** A compacted topic with one partition and a name that no other test has. */
    public static String freshStateTopic() {
        return freshTopic(1, Map.of("cleanup.policy", "compact"));
    }

    public static String freshTopic(int partitions, Map<String, String> settings) {
        String name = "test-" + COUNT.incrementAndGet() + "-" + ProcessHandle.current().pid();
        try (Admin admin =
                Admin.create(
                        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1).configs(settings)))
                    .all()
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("no topic " + name + " on the test broker", e);
        }
        return name;
    }

    private static final class Broker {
        static final String BOOTSTRAP = start();

        @SuppressWarnings("resource") // both live as long as the JVM
        private static String start() {
            return switch (Engine.chosen()) {
                case CONTAINERS -> {
                    KafkaContainer container = new KafkaContainer("apache/kafka:4.1.1");
                    container.start();
                    yield container.getBootstrapServers();
                }
                case EMBEDDED -> EmbeddedBroker.started().bootstrapServers();
            };
        }
    }
}
