package org.fingerpost.bench.fleet;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.fingerpost.bench.door.Certificate;
import org.fingerpost.bench.door.Cores;
import org.fingerpost.bench.door.Load;
import org.fingerpost.bench.door.Nginx;
import org.fingerpost.bench.door.Ports;
import org.fingerpost.bench.door.Server;
import org.fingerpost.bench.door.Wrk;
import org.fingerpost.bench.figures.Sample;
import org.fingerpost.bench.figures.Verdict;
import org.fingerpost.bench.world.Broker;
import org.fingerpost.bench.world.Fork;
import org.fingerpost.bench.world.StateWriter;

/** Loads the door and nginx in turns, changes what all phones are told, and starts a cold door. */
public final class FleetBench {
    private static final int ROUNDS = 5;
    private static final int WARM_UPS = 8;
    private static final int CHANGES = 100;
    private static final double PACE = 0.8;
    private static final double P99_MS = 5;

    private final Path app;
    private final Path folder;
    private final int seconds;
    private final Certificate tls;
    private final List<Verdict> verdicts = new ArrayList<>();

    private FleetBench(Path app, Path folder, int seconds) throws IOException {
        this.app = app;
        this.folder = folder;
        this.seconds = seconds;
        this.tls = Certificate.in(folder);
    }

    /**
     * @param app folder of the packaged config service
     * @param seconds of each run of the load
     */
    public static List<Verdict> run(Path app, int seconds)
            throws IOException, InterruptedException, ExecutionException {
        Path folder = Files.createTempDirectory("fleet-bench");
        try {
            FleetBench bench = new FleetBench(app, folder, seconds);
            bench.measure();
            return bench.verdicts;
        } finally {
            try (Stream<Path> paths = Files.walk(folder)) {
                paths.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
            }
        }
    }

    private void measure() throws IOException, InterruptedException, ExecutionException {
        int port = Ports.free();
        String broker = "127.0.0.1:" + port;
        Installation installation;
        try (Fork kafka = Broker.fork(folder.resolve("kafka"), port)) {
            kafka.await("up");
            installation = Installation.in(folder, broker, Fleet.DEVICES);
            rehearse(broker, installation);
            try (FleetDoor door = door(broker, installation, use())) {
                compare(door, installation.fleet());
                change(door, broker, installation);
                resident(door);
            }
        }
        cold(broker, installation);
    }

    private FleetDoor door(String broker, Installation installation, String cache)
            throws IOException {
        return FleetDoor.start(
                app, folder.resolve("door"), broker, tls, installation.masterKey(), cache);
    }

    /**
     * A door learns the fleet and answers some phones; what its JVM has learned, the next ones have
     * from the beginning, as after deploy/rehearse.
     */
    private void rehearse(String broker, Installation installation) throws IOException {
        Fleet fleet = installation.fleet();
        int plain = fleet.firstSealed();
        List<Phones> all =
                List.of(Phones.of(fleet, 0, plain), Phones.of(fleet, plain, Fleet.DEVICES - plain));
        try (FleetDoor door = door(broker, installation, "-XX:AOTCacheOutput=" + cache())) {
            for (Phones phones : all) {
                new Wrk(phones.script(folder, "rehearsal"), seconds)
                        .on(door.process(), Wrk.Manner.KEEP_ALIVE);
            }
            System.out.println("the rehearsed door stops and writes what it has learned");
        }
    }

    private Path cache() {
        return folder.resolve("config.aot");
    }

    private String use() {
        return "-XX:AOTCache=" + cache();
    }

    private void compare(FleetDoor door, Fleet fleet) throws IOException, InterruptedException {
        int plain = fleet.firstSealed();
        compare(door, "plain", Phones.of(fleet, 0, plain), 0.5);
        compare(door, "sealed", Phones.of(fleet, plain, Fleet.DEVICES - plain), 1.0 / 3);
    }

    private void compare(FleetDoor door, String name, Phones phones, double least)
            throws IOException, InterruptedException {
        byte[] file;
        try (HttpClient client = HttpClient.newHttpClient()) {
            file = door.get(client, phones.paths().getFirst());
        }
        System.out.printf("a %s file has %,d bytes%n", name, file.length);
        Path root = folder.resolve("nginx-" + name);
        phones.write(root, file);
        Wrk wrk = new Wrk(phones.script(folder, name), seconds);
        try (Nginx nginx = Nginx.ofFolder(root, tls)) {
            for (int i = 0; i < WARM_UPS; i++) {
                wrk.on(door.process(), Wrk.Manner.KEEP_ALIVE); // the disk settles, code is compiled
            }
            List<Load> doors = new ArrayList<>();
            List<Load> others = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                doors.add(load(wrk, name, door.process()));
                others.add(load(wrk, name, nginx));
            }
            double share = Load.median(doors).perSecond() / Load.median(others).perSecond();
            verdicts.add(Verdict.atLeast("door to nginx, " + name, share, least, "x"));
            pace(door, name, PACE * Load.median(doors).perSecond());
        }
    }

    /** How long answers take below the most that the door can do. */
    private void pace(FleetDoor door, String name, double rate) throws IOException {
        try (Fork paced =
                new Fork(
                        Cores.others(List.of()),
                        Paced.class,
                        Integer.toString(door.process().port()),
                        folder.resolve(name + ".paths").toString(),
                        Double.toString(rate),
                        Integer.toString(2 * seconds))) {
            Map<String, Double> figures = paced.figures();
            System.out.printf(
                    "%-7s at %,.0f a second: median %.2f ms%n", name, rate, figures.get("p50"));
            verdicts.add(new Verdict("p99 at 80 %, " + name, figures.get("p99"), P99_MS, "ms"));
        }
    }

    private static Load load(Wrk wrk, String name, Server server) throws IOException {
        Load load = wrk.on(server, Wrk.Manner.KEEP_ALIVE);
        System.out.printf("%-7s %-6s %s%n", name, server.name(), load);
        if (load.failed() > 0) {
            throw new IOException(load.failed() + " requests failed at " + server.name());
        }
        return load;
    }

    /** Another value for every phone: from the writer's commit until a phone is told. */
    private void change(FleetDoor door, String broker, Installation installation)
            throws IOException, InterruptedException {
        String path = installation.fleet().path(1);
        long[] taken = new long[CHANGES];
        try (StateWriter writer = new StateWriter(broker, "config", 1 + installation.commits());
                HttpClient client = HttpClient.newHttpClient()) {
            for (int turn = 0; turn < CHANGES; turn++) {
                long revision = 2 + turn;
                long start = System.nanoTime();
                writer.commit("sheet/7/provider", Layers.sheet(revision));
                door.awaitWord(client, path, Layers.host(revision));
                taken[turn] = System.nanoTime() - start;
            }
        }
        Sample sample = new Sample(taken);
        System.out.printf("change for all phones: median %.1f ms%n", sample.percentile(50) / 1e6);
        verdicts.add(
                new Verdict(
                        "a change for all phones, p99", sample.percentile(99) / 1e6, 200, "ms"));
    }

    private void resident(FleetDoor door) throws IOException {
        double gibibytes = door.resident() / (double) (1 << 30);
        verdicts.add(new Verdict("resident memory of the door", gibibytes, 1.5, "GB"));
    }

    /** Kafka is away: what there is, is on the door's disk. */
    private void cold(String broker, Installation installation)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (FleetDoor door = door(broker, installation, use());
                HttpClient client = HttpClient.newHttpClient()) {
            door.get(client, installation.fleet().path(Fleet.DEVICES / 2));
            double taken = (System.nanoTime() - start) / 1e9;
            verdicts.add(new Verdict("a cold door, everything else away", taken, 5, "s"));
        }
    }
}
