package org.fingerpost.bench.firmware;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fingerpost.bench.door.Certificate;
import org.fingerpost.bench.door.DoorProcess;
import org.fingerpost.bench.door.Nginx;
import org.fingerpost.bench.door.Ports;
import org.fingerpost.bench.door.Server;
import org.fingerpost.bench.figures.Verdict;
import org.fingerpost.bench.world.Broker;
import org.fingerpost.bench.world.Fork;

/** Loads the door and nginx in turns, with ever more phones. */
public final class FirmwareBench {
    private static final int[] PHONES = {1, 50, 1000};
    private static final int ROUNDS = 3;
    private static final int WARM_UPS = 2;

    /** Whole files are few: a JVM would still read requests as it did after its start. */
    private static final int WARM_UP_SECONDS = 20;

    private static final double SHARE = 0.95;

    /** A thousand bodies would take 44 GB, and a thousand lines that are served take some. */
    private static final double GROWTH_MB = 100;

    private final Path folder;
    private final int seconds;
    private final String part;
    private final List<Verdict> verdicts = new ArrayList<>();

    private FirmwareBench(Path folder, int seconds, String part) {
        this.folder = folder;
        this.seconds = seconds;
        this.part = part;
    }

    /**
     * @param app folder of the packaged firmware service
     * @param seconds of each load
     * @param part of the names of the loads that are measured; empty for all
     */
    public static List<Verdict> run(Path app, int seconds, String part)
            throws IOException, InterruptedException, ExecutionException {
        Path folder = Files.createTempDirectory("firmware-bench");
        try {
            FirmwareBench bench = new FirmwareBench(folder, seconds, part);
            if (part.isEmpty()) {
                bench.verdicts.addAll(CatalogRenewal.measure());
            }
            bench.measure(app);
            return bench.verdicts;
        } finally {
            try (Stream<Path> paths = Files.walk(folder)) {
                paths.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
            }
        }
    }

    private void measure(Path app) throws IOException, InterruptedException, ExecutionException {
        int port = Ports.free();
        String broker = "127.0.0.1:" + port;
        Certificate tls = Certificate.in(folder);
        Path root = folder.resolve("nginx");
        FirmwareFile.forNginx(root);
        try (Fork kafka = Broker.fork(folder.resolve("kafka"), port)) {
            kafka.await("up");
            FirmwareFile.forDoor(folder.resolve("door"), broker);
            try (DoorProcess door =
                            DoorProcess.start(
                                    app,
                                    folder.resolve("door"),
                                    broker,
                                    tls,
                                    "-Dfingerpost.firmware.transfers.most-of-a-provider=2000",
                                    "-Dfingerpost.firmware.transfers.most-of-a-version=2000");
                    Nginx nginx = Nginx.ofFolder(root, tls)) {
                compare("plain", Transfer::plain, door, nginx);
                compare("TLS", Transfer::tls, door, nginx);
            }
        }
    }

    @FunctionalInterface
    private interface Load {
        Transfer on(Server server, int phones, int seconds) throws IOException;
    }

    private void compare(String name, Load load, Server door, Server nginx) throws IOException {
        List<Integer> measured =
                IntStream.of(PHONES)
                        .filter(phones -> name(name, phones).contains(part))
                        .boxed()
                        .toList();
        if (measured.isEmpty()) {
            return;
        }
        Transfer.parts(door, PHONES[1], WARM_UP_SECONDS);
        for (int i = 0; i < WARM_UPS; i++) {
            load.on(door, PHONES[1], seconds);
        }
        long before = resident(door);
        for (int phones : measured) {
            List<Transfer> doors = new ArrayList<>();
            List<Transfer> others = new ArrayList<>();
            load.on(door, phones, seconds); // as many as it has not had yet
            for (int round = 0; round < ROUNDS; round++) {
                doors.add(told(name, door, phones, load.on(door, phones, seconds)));
                others.add(told(name, nginx, phones, load.on(nginx, phones, seconds)));
            }
            double share = Transfer.median(doors).perSecond() / Transfer.median(others).perSecond();
            verdicts.add(
                    Verdict.atLeast("door to nginx, " + name(name, phones), share, SHARE, "x"));
            System.out.printf(
                    "%-5s %4d phones: the door has %,d MB resident%n",
                    name, phones, resident(door) / 1_000_000);
        }
        double growth = (resident(door) - before) / 1e6;
        verdicts.add(new Verdict("resident memory grows, " + name, growth, GROWTH_MB, "MB"));
    }

    private static String name(String kind, int phones) {
        return kind + ", " + phones + " phones";
    }

    private static Transfer told(String name, Server server, int phones, Transfer transfer) {
        System.out.printf("%-5s %4d phones %-6s %s%n", name, phones, server.name(), transfer);
        return transfer;
    }

    /** Bytes, as proc_pid_status(5) tells them. */
    private static long resident(Server server) throws IOException {
        Path status = Path.of("/proc", Long.toString(server.handle().pid()), "status");
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow();
    }
}
