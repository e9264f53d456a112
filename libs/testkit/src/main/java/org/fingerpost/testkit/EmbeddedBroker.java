package org.fingerpost.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * A real Kafka broker (KRaft, broker and controller in one) in this JVM, on loopback and on a disk
 * folder of its own. It can be stopped and started again on the same port with the same data, which
 * is what an outage test needs; a test that stops one makes one for itself.
 */
public final class EmbeddedBroker implements AutoCloseable {
    /**
     * Held here because a logger that nobody holds forgets its level. The broker's own story is not
     * the test's.
     */
    private static final List<Logger> QUIET =
            Stream.of("kafka", "org.apache.kafka", "state", "org.apache.zookeeper")
                    .map(Logger::getLogger)
                    .toList();

    static {
        QUIET.forEach(log -> log.setLevel(Level.SEVERE));
    }

    private final Path folder;
    private final Properties settings;
    private final int port;
    private KafkaRaftServer server;

    private EmbeddedBroker(Path folder, int port, int controllerPort, Map<String, String> besides) {
        this.folder = folder;
        this.port = port;
        this.settings = settings(folder, port, controllerPort);
        settings.putAll(besides);
    }

    public static EmbeddedBroker started() {
        return started(Map.of());
    }

    /** One with settings of its own, such as a listener that asks for credentials. */
    public static EmbeddedBroker started(Map<String, String> settings) {
        try {
            Path folder = Files.createTempDirectory("kafka-test");
            int port = freePort(0);
            EmbeddedBroker broker = new EmbeddedBroker(folder, port, freePort(port), settings);
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "embedded-kafka-close"));
            broker.format();
            broker.start();
            return broker;
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded Kafka did not start", e);
        }
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public synchronized void start() {
        server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
    }

    /** The broker goes away; its data stays for {@link #start()}. */
    public synchronized void stop() {
        server.shutdown();
        server.awaitShutdown();
    }

    @Override
    public synchronized void close() {
        if (!Files.exists(folder)) {
            return;
        }
        stop();
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException("could not clear " + folder, e);
        }
    }

    private void format() throws IOException {
        Path file = folder.resolve("server.properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            settings.store(out, "test broker");
        }
        String[] command = {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
        int exit = StorageTool.execute(command, new PrintStream(OutputStream.nullOutputStream()));
        if (exit != 0) {
            throw new IOException("formatting the embedded Kafka's folder ended with " + exit);
        }
    }

    private static Properties settings(Path folder, int port, int controllerPort) {
        Properties properties = new Properties();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", "1");
        properties.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        properties.put(
                "listeners",
                "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        properties.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put(
                "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("log.dirs", folder.resolve("log").toString());
        properties.put("auto.create.topics.enable", "false");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("offsets.topic.num.partitions", "1");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("transaction.state.log.num.partitions", "1");
        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.put("log.segment.delete.delay.ms", "100");
        return properties;
    }

    /**
     * Below the range from which Linux takes the ports of outgoing connections: a broker that was
     * stopped must find its port free again.
     */
    private static int freePort(int otherThan) {
        return ThreadLocalRandom.current()
                .ints(10_000, 20_000)
                .filter(port -> port != otherThan && isFree(port))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
