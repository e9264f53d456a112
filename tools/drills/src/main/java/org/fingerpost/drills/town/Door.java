package org.fingerpost.drills.town;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A service without a control plane ({@code fingerpost.planes=data}). */
public final class Door implements Victim {
    private final String name;
    private final int port;
    private final Path folder;
    private final Map<String, String> variables;
    private volatile Process process;
    private volatile List<String> under = List.of();
    private volatile boolean harmed;
    private volatile boolean full;

    /**
     * @param folder with the program in it; the door's state and its log come beside that
     */
    Door(String name, int port, Path folder, Map<String, String> variables) {
        this.name = name;
        this.port = port;
        this.folder = folder;
        this.variables = variables;
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

    /** Whether its disk is full: then it may lose sightings, and nothing else. */
    public boolean full() {
        return full;
    }

    public void full(boolean now) {
        full = now;
    }

    /** The next start is by this program, which starts the door in its turn; empty for none. */
    public void startUnder(List<String> program) {
        under = List.copyOf(program);
    }

    /** It has lost its replicas, and loads all anew; what phones have told it is still there. */
    public void forgetReplicas() {
        Town.delete(folder.resolve("state/replica"));
    }

    Path log() {
        return folder.resolve("door.log");
    }

    void start() {
        try {
            List<String> line = new ArrayList<>(under);
            line.addAll(
                    List.of(
                            Path.of(System.getProperty("java.home"), "bin/java").toString(),
                            "-Xmx256m",
                            "-XX:+UseSerialGC",
                            // What is measured is loss, not speed.
                            "-XX:TieredStopAtLevel=1",
                            "--enable-native-access=ALL-UNNAMED",
                            "-jar",
                            folder.resolve("program/quarkus-run.jar").toString()));
            ProcessBuilder builder =
                    new ProcessBuilder(line)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
            builder.environment().keySet().removeIf(key -> key.startsWith("FINGERPOST_"));
            builder.environment().putAll(variables);
            builder.environment()
                    .putAll(
                            Map.of(
                                    "FINGERPOST_PLANES",
                                    "data",
                                    "FINGERPOST_STATE_DIR",
                                    folder.resolve("state").toString(),
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
        Signals.send("KILL", process.toHandle());
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
