package org.fingerpost.bench.world;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * One Kafka broker on loopback, with Kafka's own settings but for the addresses and what a single
 * broker needs. Runs until its standard input ends.
 */
public final class Broker {
    private Broker() {}

    /** A broker beside the load, on what the server under load leaves free. */
    public static Fork fork(Path folder, int port) throws IOException {
        Files.createDirectories(folder);
        return new Fork(
                List.of("taskset", "-c", "1"),
                Broker.class,
                folder.toString(),
                Integer.toString(port),
                Integer.toString(port + 1));
    }

    /** Arguments: an empty folder, the broker's port, the controller's port. */
    public static void main(String[] args) throws IOException {
        Properties settings =
                settings(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        format(Path.of(args[0]).resolve("server.properties"), settings);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
        System.out.println("up 1");
        while (System.in.read() >= 0) {
            // Nothing is said to it; it ends with whoever started it.
        }
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path file, Properties settings) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            settings.store(out, "benchmark");
        }
        String[] format = {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
        int exit = StorageTool.execute(format, new PrintStream(OutputStream.nullOutputStream()));
        if (exit != 0) {
            throw new IOException("formatting Kafka's folder ended with " + exit);
        }
    }

    private static Properties settings(Path folder, int port, int controllerPort) {
        Properties settings = new Properties();
        String broker = "PLAINTEXT://127.0.0.1:" + port;
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put("listeners", broker + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", broker);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", folder.resolve("log").toString());
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "1");
        settings.put("offsets.topic.replication.factor", "1");
        return settings;
    }
}
