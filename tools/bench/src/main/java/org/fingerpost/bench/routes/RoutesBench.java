package org.fingerpost.bench.routes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.fingerpost.bench.figures.Verdict;
import org.fingerpost.bench.world.Broker;
import org.fingerpost.bench.world.Fork;
import org.fingerpost.bench.world.StateWriter;
import org.fingerpost.bench.world.World;

/** Runs broker and doors one after another and holds what they say against the budgets. */
public final class RoutesBench {
    private static final int COLD_STARTS = 3;

    private RoutesBench() {}

    public static List<Verdict> run() throws IOException, InterruptedException, ExecutionException {
        Path folder = Files.createTempDirectory("routes-bench");
        try {
            return measure(folder);
        } finally {
            try (Stream<Path> paths = Files.walk(folder)) {
                paths.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
            }
        }
    }

    private static List<Verdict> measure(Path folder)
            throws IOException, InterruptedException, ExecutionException {
        int port = freePort();
        String address = "127.0.0.1:" + port;
        Path door = folder.resolve("door");
        Map<String, Double> reload;
        try (Fork broker = broker(folder.resolve("kafka"), port)) {
            broker.await("up");
            fill(address);
            reload = figures(Reload.class, door, address);
        }
        List<Map<String, Double>> starts = new ArrayList<>();
        for (int i = 0; i < COLD_STARTS; i++) {
            starts.add(figures(ColdStart.class, door, address));
        }
        starts.sort(Comparator.comparing(start -> start.get("ready")));
        Map<String, Double> start = starts.get(COLD_STARTS / 2);
        return List.of(
                new Verdict("a range in the table, heap", start.get("bytes"), 64, "B"),
                new Verdict("a lookup, mean", start.get("mean") / 1e3, 1, "µs"),
                new Verdict("a lookup, p99", start.get("p99") / 1e3, 1, "µs"),
                new Verdict(
                        "a lookup, to halving a bare long[]",
                        start.get("mean") / start.get("bare-mean"),
                        2,
                        "×"),
                new Verdict("cold start from disk", start.get("ready") / 1e3, 3, "s"),
                new Verdict("full reload from Kafka", reload.get("ready") / 1e3, 20, "s"),
                new Verdict("a change at the door, p99", reload.get("change-p99"), 100, "ms"));
    }

    private static Fork broker(Path folder, int port) throws IOException {
        Files.createDirectories(folder);
        return new Fork(
                Broker.class,
                folder.toString(),
                Integer.toString(port),
                Integer.toString(freePort()));
    }

    private static void fill(String address) throws ExecutionException, InterruptedException {
        StateWriter.createTopic(address, "redirect");
        try (StateWriter writer = new StateWriter(address, "redirect", 1)) {
            World.tell(writer::add);
        }
        System.out.printf("%,d ranges are in Kafka%n", World.RANGES);
    }

    private static Map<String, Double> figures(Class<?> main, Path door, String address)
            throws IOException {
        try (Fork fork = new Fork(main, door.toString(), address)) {
            Map<String, Double> figures = fork.figures();
            System.out.println(main.getSimpleName() + " " + figures);
            return figures;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
