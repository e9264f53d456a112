package org.fingerpost.drills.town;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.fingerpost.launcher.deployment.Deployment;
import org.fingerpost.launcher.deployment.Programs;
import org.fingerpost.launcher.home.LinkedTree;
import org.fingerpost.launcher.machine.Ports;
import org.fingerpost.launcher.services.ServiceProgram;
import org.fingerpost.launcher.settings.PartName;

/**
 * PostgreSQL, Kafka, a redirect service with both planes, and two doors beside it at which phones
 * ask. In a folder and on ports of its own; gone when it is closed.
 */
public final class Town implements AutoCloseable {
    private static final Set<PartName> BEHIND =
            Set.of(PartName.POSTGRESQL, PartName.KAFKA, PartName.REDIRECT);

    private final Deployment deployment;
    private final List<Door> doors = new ArrayList<>();
    private final Thread takeDown = new Thread(this::takeDown, "town-down");

    private final Victim postgresql;
    private final Victim kafka;
    private final Victim redirect;

    private Town(Deployment deployment) {
        this.deployment = deployment;
        this.postgresql = new Part(deployment, PartName.POSTGRESQL);
        this.kafka = new Part(deployment, PartName.KAFKA);
        this.redirect = new Part(deployment, PartName.REDIRECT);
        Runtime.getRuntime().addShutdownHook(takeDown);
    }

    /** Everything is up and ready. */
    public static Town build() {
        try {
            Path folder = Files.createTempDirectory("fingerpost-drills");
            Set<Integer> ports = new HashSet<>();
            Town town = new Town(Deployment.in(folder.resolve("home"), environment(ports)));
            town.deployment.up(BEHIND);
            for (String name : List.of("door-a", "door-b")) {
                Door door =
                        new Door(
                                name,
                                pick(ports),
                                ownProgram(folder.resolve(name)),
                                folder.resolve(name),
                                town.deployment.kafkaBootstrapServers());
                town.doors.add(door);
                door.start();
            }
            town.doors.forEach(Door::awaitReady);
            return town;
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for the town", e);
        }
    }

    public List<Door> doors() {
        return doors;
    }

    public Victim redirect() {
        return redirect;
    }

    public Victim postgresql() {
        return postgresql;
    }

    public Victim kafka() {
        return kafka;
    }

    public String api() {
        return deployment.url(PartName.REDIRECT);
    }

    public String operatorKey() {
        return deployment.operatorKey();
    }

    public String kafkaBootstrapServers() {
        return deployment.kafkaBootstrapServers();
    }

    /** Of the redirect service, which is a door too. */
    public int redirectsPort() {
        String url = api();
        return Integer.parseInt(url.substring(url.lastIndexOf(':') + 1));
    }

    /** By the port of each: those of the redirect service and of the doors. */
    public Map<Integer, Victim> answering() {
        Map<Integer, Victim> answering = new HashMap<>();
        answering.put(redirectsPort(), redirect);
        doors.forEach(door -> answering.put(door.port(), door));
        return answering;
    }

    /** Lines that redirect and the doors have logged. */
    public long logLines() {
        return Stream.concat(
                        Stream.of(deployment.home().resolve("logs/redirect.log")),
                        doors.stream().map(Door::log))
                .mapToLong(Town::lines)
                .sum();
    }

    /** Where the logs lie, for whoever wants to look before the town is gone. */
    public Path folder() {
        return deployment.home().getParent();
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(takeDown);
        takeDown();
    }

    /** Like {@link #close}, but the folder stays. */
    public void leave() {
        Runtime.getRuntime().removeShutdownHook(takeDown);
        stop();
    }

    private void stop() {
        doors.forEach(Door::stop);
        List.of(postgresql, kafka, redirect).forEach(Victim::thaw);
        deployment.down();
    }

    private void takeDown() {
        stop();
        deployment.purge();
        delete(folder());
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }

    private static void delete(Path tree) {
        try (Stream<Path> below = Files.walk(tree)) {
            for (Path each : below.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the town's folder stays", e);
        }
    }

    /** A build that goes on beside the drill takes nothing away from a door. */
    private static Path ownProgram(Path door) {
        return switch (Programs.ofSourceTree().services().get(PartName.REDIRECT)) {
            case ServiceProgram.QuarkusApp(Path app) -> {
                LinkedTree.replace(door.resolve("program"), app);
                yield door.resolve("program/quarkus-run.jar");
            }
            case ServiceProgram.Rehearsed _, ServiceProgram.CommandLine _ ->
                    throw new IllegalStateException("the source tree packages redirect");
        };
    }

    private static Map<String, String> environment(Set<Integer> ports) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.keySet().removeIf(name -> name.startsWith("FINGERPOST_"));
        environment.put("FINGERPOST_JAVA_OPTS", "-XX:TieredStopAtLevel=1");
        for (PartName service : PartName.services()) {
            environment.put(service.portVariable(), Integer.toString(pick(ports)));
            environment.put(service.tlsPortVariable(), Integer.toString(pick(ports)));
        }
        return environment;
    }

    private static int pick(Set<Integer> ports) {
        int port = Ports.pick(ports);
        ports.add(port);
        return port;
    }
}
