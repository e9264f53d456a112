package org.fingerpost.bench.tftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.fingerpost.bench.figures.Verdict;

/** The gateway beside tftpd-hpa and dnsmasq. */
public final class TftpBench {
    private static final int ROUNDS = 5;

    /** What many clients get swings more, and takes less time. */
    private static final int ROUNDS_OF_MANY = 15;

    /** Of all in turns, so that the client is as warm for each. */
    private static final Duration WARM_UP = Duration.ofSeconds(12);

    /** Of the gateway alone: one that serves a town has long compiled what it runs. */
    private static final Duration WARM_UP_OF_A_JVM = Duration.ofSeconds(20);

    private static final int MANY = 200;
    private static final int SMALL_CLIENTS = 16;
    private static final int SMALL_EACH = 250;
    private static final String LARGE = "fw/key/large.bin";
    private static final String MIDDLE = "fw/key/middle.bin";
    private static final String SMALL = "p/key/cfg000b82123456";
    private static final Map<String, Integer> SIZES =
            Map.of(LARGE, 20_000_000, MIDDLE, 200_000, SMALL, 1_500);

    private final List<TftpPeer> peers;

    private TftpBench(List<TftpPeer> peers) {
        this.peers = peers;
    }

    /** What is fetched, by how many at once, how often each. */
    private record Case(String what, String file, int block, int window, int clients, int each) {
        int rounds() {
            return clients == 1 ? ROUNDS : ROUNDS_OF_MANY;
        }

        double megabytes() {
            return (double) SIZES.get(file) * clients * each / 1e6;
        }
    }

    /**
     * How long it took.
     *
     * @param processor the time of the server's own process; one that leaves the work to processes
     *     that it starts has next to none
     */
    private record Run(double seconds, double processor) {}

    /**
     * @param app the packaged gateway
     * @param part of the names of those that are measured; empty for all
     */
    public static List<Verdict> run(Path app, String part)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tftp-bench");
        List<TftpPeer> peers = new ArrayList<>();
        try (Origin origin = Origin.of(folder)) {
            fill(folder);
            peers.add(TftpPeer.gateway(app, origin));
            peers.add(TftpPeer.hpa(folder));
            peers.add(TftpPeer.dnsmasq(folder));
            return new TftpBench(peers).compare(part);
        } finally {
            peers.forEach(TftpPeer::close);
            remove(folder);
        }
    }

    private static void fill(Path folder) throws IOException {
        Random random = new Random(1);
        for (Map.Entry<String, Integer> each : SIZES.entrySet()) {
            Path file = folder.resolve(each.getKey());
            byte[] bytes = new byte[each.getValue()];
            random.nextBytes(bytes);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        }
        // tftpd-hpa gives its rights away before it reads.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private List<Verdict> compare(String part) throws InterruptedException, IOException {
        List<Verdict> verdicts = new ArrayList<>();
        for (TftpPeer peer : peers) {
            await(peer);
        }
        for (Case each : cases(part)) {
            warmUp(each);
            Map<TftpPeer, List<Run>> runs = new LinkedHashMap<>();
            for (int round = 0; round < each.rounds(); round++) {
                for (TftpPeer peer : peers) {
                    runs.computeIfAbsent(peer, _ -> new ArrayList<>()).add(run(peer, each));
                }
            }
            verdicts.add(verdict(each, runs));
        }
        return verdicts;
    }

    private void warmUp(Case each) throws IOException {
        repeat(WARM_UP, each, peers);
        repeat(WARM_UP_OF_A_JVM, each, peers.subList(0, 1));
    }

    private static void repeat(Duration time, Case each, List<TftpPeer> peers) throws IOException {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < time.toNanos()) {
            for (TftpPeer peer : peers) {
                run(peer, each);
            }
        }
    }

    private static List<Case> cases(String part) {
        return Stream.of(
                        new Case("one, 512", LARGE, 512, 1, 1, 1),
                        new Case("one, 1468", LARGE, 1468, 1, 1, 1),
                        new Case("one, 1468 in windows of 16", LARGE, 1468, 16, 1, 1),
                        new Case(MANY + ", 512", MIDDLE, 512, 1, MANY, 1),
                        new Case(MANY + ", 1468", MIDDLE, 1468, 1, MANY, 1),
                        new Case(MANY + ", 1468 in windows of 16", MIDDLE, 1468, 16, MANY, 1),
                        new Case("small files", SMALL, 1024, 1, SMALL_CLIENTS, SMALL_EACH))
                .filter(each -> each.what().contains(part))
                .toList();
    }

    private static Verdict verdict(Case each, Map<TftpPeer, List<Run>> runs) {
        double best = Double.MAX_VALUE;
        double ours = 0;
        for (Map.Entry<TftpPeer, List<Run>> peer : runs.entrySet()) {
            double median = median(peer.getValue(), Run::seconds);
            boolean gateway = peer.getKey().isGateway();
            ours = gateway ? median : ours;
            best = gateway ? best : Math.min(best, median);
            System.out.printf(
                    "%-28s %-10s %8.1f MB/s %8.0f files/s, processor %5.2f s of %5.2f s%n",
                    each.what(),
                    peer.getKey().name(),
                    each.megabytes() / median,
                    each.clients() * each.each() / median,
                    median(peer.getValue(), Run::processor),
                    median);
        }
        double least = each.clients() == 1 ? 0.9 : 1;
        return Verdict.atLeast("gateway to the faster, " + each.what(), best / ours, least, "x");
    }

    private static double median(List<Run> runs, ToDoubleFunction<Run> figure) {
        return runs.stream()
                .mapToDouble(figure)
                .sorted()
                .skip(runs.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static void await(TftpPeer peer) throws InterruptedException {
        for (int tries = 0; ; tries++) {
            try {
                peer.client(1024, 1).get(SMALL);
                return;
            } catch (IOException e) {
                if (tries == 10 || !peer.process().isAlive()) {
                    throw new IllegalStateException(peer.name() + " does not serve", e);
                }
                Thread.sleep(500);
            }
        }
    }

    private static Run run(TftpPeer peer, Case each) throws IOException {
        Client kind = peer.client(each.block(), each.window());
        int files = each.clients() * each.each();
        double processor = peer.processorSeconds();
        long begin = System.nanoTime();
        long bytes =
                files == 1
                        ? kind.get(each.file())
                        : new Crowd(kind, each.file()).get(each.clients(), files);
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (bytes != (long) SIZES.get(each.file()) * files) {
            throw new IllegalStateException(peer.name() + " has sent something else");
        }
        return new Run(seconds, peer.processorSeconds() - processor);
    }

    private static void remove(Path folder) throws IOException {
        for (String file : SIZES.keySet()) {
            Files.deleteIfExists(folder.resolve(file));
        }
        for (String empty : List.of("fw/key", "fw", "p/key", "p", "")) {
            Files.deleteIfExists(folder.resolve(empty));
        }
    }
}
