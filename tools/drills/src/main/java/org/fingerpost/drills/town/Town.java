package org.fingerpost.drills.town;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fingerpost.launcher.deployment.Deployment;
import org.fingerpost.launcher.home.LinkedTree;
import org.fingerpost.launcher.machine.Ports;
import org.fingerpost.launcher.settings.PartName;

/**
 * PostgreSQL, Kafka, a service with both planes and what it needs, and two doors of that service
 * beside it at which phones ask. In a folder and on ports of its own; gone when it is closed.
 */
public final class Town implements AutoCloseable {
    private final PartName service;
    private final Deployment deployment;
    private final List<Door> doors = new ArrayList<>();
    private final Map<PartName, Victim> parts = new EnumMap<>(PartName.class);
    private Optional<SlowLine> line = Optional.empty();
    private Optional<SmallDisk> disk = Optional.empty();
    private final Thread takeDown = new Thread(this::takeDown, "town-down");

    private Town(PartName service, Deployment deployment) {
        this.service = service;
        this.deployment = deployment;
        for (PartName part : behind(service)) {
            parts.put(part, new Part(deployment, part));
        }
        Runtime.getRuntime().addShutdownHook(takeDown);
    }

    /**
     * How a town is built.
     *
     * @param old where an earlier version of this repository is, and is packaged: the first door
     *     runs from there
     * @param smallDisk the second door has a disk of its own, if that can be had
     */
    public record Plan(PartName service, Optional<Path> old, boolean smallDisk) {}

    /** Everything is up and ready. */
    public static Town build(Plan plan) {
        try {
            Path folder = Files.createTempDirectory("fingerpost-drills");
            Set<Integer> ports = new HashSet<>();
            Map<String, String> environment = environment(ports);
            DoorSettings settings = DoorSettings.of(plan.service(), folder, environment);
            Town town =
                    new Town(plan.service(), Deployment.in(folder.resolve("home"), environment));
            town.deployment.up(behind(plan.service()));
            town.line = Optional.of(new SlowLine(port(town.kafkaBootstrapServers())));
            if (plan.smallDisk()) {
                town.disk = SmallDisk.at(folder.resolve("door-b/state"));
            }
            town.open("door-a", pick(ports), settings, plan.old());
            town.open("door-b", pick(ports), settings, Optional.empty());
            town.doors.forEach(Door::awaitReady);
            return town;
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for the town", e);
        }
    }

    /** A build that goes on beside the drill takes nothing away from a door. */
    private void open(String name, int port, DoorSettings settings, Optional<Path> old) {
        Path own = folder().resolve(name);
        LinkedTree.replace(own.resolve("program"), settings.app(old));
        Door door =
                new Door(
                        name, port, own, settings.variables(deployment, line().bootstrapServers()));
        doors.add(door);
        door.start();
    }

    /** Between the doors and Kafka. */
    public SlowLine line() {
        return line.orElseThrow();
    }

    /** That of the second door; empty if it has none of its own. */
    public Optional<SmallDisk> disk() {
        return disk;
    }

    private static Set<PartName> behind(PartName service) {
        // Keys and providers are state of redirect's.
        return EnumSet.of(PartName.POSTGRESQL, PartName.KAFKA, PartName.REDIRECT, service);
    }

    public List<Door> doors() {
        return doors;
    }

    /** The service that is drilled, with both planes. */
    public Victim service() {
        return parts.get(service);
    }

    public Victim postgresql() {
        return parts.get(PartName.POSTGRESQL);
    }

    public Victim kafka() {
        return parts.get(PartName.KAFKA);
    }

    /** All but the doors, in the order in which they are started. */
    public List<Victim> behind() {
        return List.copyOf(parts.values());
    }

    /** Of the service that is drilled. */
    public String api() {
        return deployment.url(service);
    }

    /** Of redirect, where providers are made. */
    public String redirect() {
        return deployment.url(PartName.REDIRECT);
    }

    public String operatorKey() {
        return deployment.operatorKey();
    }

    public String kafkaBootstrapServers() {
        return deployment.kafkaBootstrapServers();
    }

    /** By the port of each: those of the service with both planes, a door too, and of the doors. */
    public Map<Integer, Victim> answering() {
        Map<Integer, Victim> answering = new HashMap<>();
        answering.put(port(api()), service());
        doors.forEach(door -> answering.put(door.port(), door));
        return answering;
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    /** Lines that the service and the doors have logged. */
    public long logLines() {
        return Stream.concat(
                        Stream.of(deployment.home().resolve("logs/" + service.word() + ".log")),
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
        disk.ifPresent(SmallDisk::close);
        line.ifPresent(SlowLine::close);
        parts.values().forEach(Victim::thaw);
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

    static void delete(Path tree) {
        try (Stream<Path> below = Files.walk(tree)) {
            for (Path each : below.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(tree + " stays", e);
        }
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
