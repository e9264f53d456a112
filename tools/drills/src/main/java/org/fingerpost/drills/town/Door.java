package org.fingerpost.drills.town;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A redirect service without a control plane ({@code fingerpost.planes=data}). */
public final class Door implements Victim {
    private final String name;
    private final int port;
    private final Path program;
    private final Path state;
    private final String kafka;
    private volatile Process process;
    private volatile boolean harmed;

    Door(String name, int port, Path program, Path state, String kafka) {
        this.name = name;
        this.port = port;
        this.program = program;
        this.state = state;
        this.kafka = kafka;
    }

    @Override
    public String name() {
        return name;
    }

    public int port() {
        return port;
    }

    @Override
    public boolean harmed() {
        return harmed;
    }

    Path log() {
        return state.resolve("door.log");
    }

    void start() {
        try {
            Files.createDirectories(state);
            ProcessBuilder builder =
                    new ProcessBuilder(
                                    List.of(
                                            Path.of(System.getProperty("java.home"), "bin/java")
                                                    .toString(),
                                            "-Xmx256m",
                                            "-XX:+UseSerialGC",
                                            // What is measured is loss, not speed.
                                            "-XX:TieredStopAtLevel=1",
                                            "--enable-native-access=ALL-UNNAMED",
                                            "-jar",
                                            program.toString()))
                            .directory(state.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
            builder.environment().keySet().removeIf(key -> key.startsWith("FINGERPOST_"));
            builder.environment()
                    .putAll(
                            Map.of(
                                    "FINGERPOST_PLANES",
                                    "data",
                                    "FINGERPOST_STATE_DIR",
                                    state.resolve("state").toString(),
                                    "FINGERPOST_KAFKA_BOOTSTRAP_SERVERS",
                                    kafka,
                                    "QUARKUS_HTTP_HOST",
                                    "127.0.0.1",
                                    "QUARKUS_HTTP_PORT",
                                    Integer.toString(port)));
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be started", e);
        }
    }

    boolean ready() {
        return Health.of(port, "ready") == Health.WELL;
    }

    void awaitReady() {
        Patience.until(name + " is ready", this::ready);
        harmed = false;
    }

    @Override
    public void kill() {
        harmed = true;
        process.destroyForcibly();
        reap();
    }

    @Override
    public void restart() {
        start();
        awaitReady();
    }

    @Override
    public void freeze() {
        harmed = true;
        Signals.send("STOP", process.toHandle());
    }

    @Override
    public void thaw() {
        Signals.send("CONT", process.toHandle());
        awaitReady();
    }

    /** At the end, also when it never came up. */
    void stop() {
        if (process != null) {
            Signals.send("CONT", process.toHandle());
            process.destroyForcibly();
            reap();
        }
    }

    private void reap() {
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
