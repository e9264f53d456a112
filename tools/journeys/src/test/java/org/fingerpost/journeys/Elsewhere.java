package org.fingerpost.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fingerpost.launcher.deployment.Deployment;
import org.fingerpost.launcher.deployment.Programs;
import org.fingerpost.launcher.machine.Ports;
import org.fingerpost.launcher.services.ServiceProgram;
import org.fingerpost.launcher.settings.PartName;

/** A firmware door on another machine: it has a disk and ports of its own, and no control plane. */
final class Elsewhere implements AutoCloseable {
    private final Deployment town;
    private final Path folder;
    private final int port = Ports.pick(Set.of());
    private final int tlsPort = Ports.pick(Set.of(port));
    private Process process;

    Elsewhere(Deployment town, Path folder) {
        this.town = town;
        this.folder = folder;
    }

    /** Returns when it is ready. */
    void start() {
        ProcessBuilder door =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-Xmx192m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-jar",
                                program().toString())
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        folder.resolve("door.log").toFile()));
        door.environment().keySet().removeIf(name -> name.startsWith("FINGERPOST_"));
        door.environment()
                .putAll(
                        Map.of(
                                "FINGERPOST_PLANES", "data",
                                "FINGERPOST_STATE_DIR", folder.resolve("state").toString(),
                                "FINGERPOST_KAFKA_BOOTSTRAP_SERVERS", town.kafkaBootstrapServers(),
                                "FINGERPOST_FIRMWARE_DOORS_SOURCE", town.url(PartName.FIRMWARE),
                                "FINGERPOST_FIRMWARE_DOORS_SECRET_FILE",
                                        Town.doorsSecret().toString(),
                                "QUARKUS_HTTP_HOST", "127.0.0.1",
                                "QUARKUS_HTTP_PORT", Integer.toString(port),
                                "QUARKUS_HTTP_SSL_PORT", Integer.toString(tlsPort)));
        try {
            process = door.start();
        } catch (IOException e) {
            throw new UncheckedIOException("no door elsewhere", e);
        }
        Soon.holds("the door elsewhere is ready", () -> status("/q/health/ready") == 200);
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** 0 when nobody answers. */
    int status(String path) {
        try {
            return Http.get(url(path)).statusCode();
        } catch (UncheckedIOException e) {
            return 0;
        }
    }

    /** Whether bytes are being fetched just now. */
    boolean isFetching() {
        return !list("cache/coming").isEmpty();
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    private List<Path> list(String name) {
        try (var files = Files.list(folder.resolve("state").resolve(name))) {
            return files.toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Path program() {
        return switch (Programs.ofSourceTree().services().get(PartName.FIRMWARE)) {
            case ServiceProgram.QuarkusApp(Path app) -> app.resolve("quarkus-run.jar");
            case ServiceProgram.Rehearsed _, ServiceProgram.CommandLine _ ->
                    throw new IllegalStateException("the source tree packages firmware");
        };
    }
}
