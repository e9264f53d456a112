package org.fingerpost.bench.tftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fingerpost.bench.figures.Verdict;

/** The gateway beside tftpd-hpa and dnsmasq. */
public final class TftpBench {
    private static final int ROUNDS = 5;

    /** What many clients get swings more, and takes less time. */
    private static final int ROUNDS_OF_MANY = 15;

    /** A server that serves a town has long compiled what it runs. */
    private static final Duration WARM_UP = Duration.ofSeconds(12);

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
     * @param app the packaged gateway
     */
    public static List<Verdict> run(Path app)
            throws IOException, InterruptedException, ExecutionException {
        Path folder = Files.createTempDirectory("tftp-bench");
        List<TftpPeer> peers = new ArrayList<>();
        try (Origin origin = Origin.of(folder)) {
            fill(folder);
            peers.add(TftpPeer.gateway(app, origin));
            peers.add(TftpPeer.hpa(folder));
            peers.add(TftpPeer.dnsmasq(folder));
            return new TftpBench(peers).compare();
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

    private List<Verdict> compare() throws InterruptedException, ExecutionException {
        List<Verdict> verdicts = new ArrayList<>();
        for (TftpPeer peer : peers) {
            await(peer);
        }
        for (Case each : cases()) {
            warmUp(each);
            Map<String, double[]> rates = new LinkedHashMap<>();
            for (int round = 0; round < each.rounds(); round++) {
                for (TftpPeer peer : peers) {
                    rates.computeIfAbsent(peer.name(), _ -> new double[each.rounds()])[round] =
                            seconds(peer, each);
                }
            }
            verdicts.add(verdict(each, rates));
        }
        return verdicts;
    }

    /** All in turns, so that the client is as warm for each. */
    private void warmUp(Case each) throws InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < WARM_UP.toNanos()) {
            for (TftpPeer peer : peers) {
                seconds(peer, each);
            }
        }
    }

    private static List<Case> cases() {
        return List.of(
                new Case("one, 512", LARGE, 512, 1, 1, 1),
                new Case("one, 1468", LARGE, 1468, 1, 1, 1),
                new Case("one, 1468 in windows of 16", LARGE, 1468, 16, 1, 1),
                new Case(MANY + ", 512", MIDDLE, 512, 1, MANY, 1),
                new Case(MANY + ", 1468", MIDDLE, 1468, 1, MANY, 1),
                new Case(MANY + ", 1468 in windows of 16", MIDDLE, 1468, 16, MANY, 1),
                new Case("small files", SMALL, 1024, 1, SMALL_CLIENTS, SMALL_EACH));
    }

    private static Verdict verdict(Case each, Map<String, double[]> seconds) {
        double best = Double.MAX_VALUE;
        double ours = 0;
        for (Map.Entry<String, double[]> peer : seconds.entrySet()) {
            double[] sorted = peer.getValue().clone();
            Arrays.sort(sorted);
            double median = sorted[sorted.length / 2];
            boolean gateway = peer.getKey().equals("gateway");
            ours = gateway ? median : ours;
            best = gateway ? best : Math.min(best, median);
            System.out.printf(
                    "%-28s %-10s %8.1f MB/s %8.0f files/s%n",
                    each.what(),
                    peer.getKey(),
                    each.megabytes() / median,
                    each.clients() * each.each() / median);
        }
        double least = each.clients() == 1 ? 0.9 : 1;
        return Verdict.atLeast("gateway to the faster, " + each.what(), best / ours, least, "x");
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

    private static double seconds(TftpPeer peer, Case each)
            throws InterruptedException, ExecutionException {
        try (ExecutorService clients = Executors.newFixedThreadPool(each.clients())) {
            List<Callable<Long>> work = new ArrayList<>();
            for (int i = 0; i < each.clients(); i++) {
                work.add(() -> fetch(peer.client(each.block(), each.window()), each));
            }
            long begin = System.nanoTime();
            long bytes = 0;
            for (Future<Long> done : clients.invokeAll(work)) {
                bytes += done.get();
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            if (bytes != (long) SIZES.get(each.file()) * each.clients() * each.each()) {
                throw new IllegalStateException(peer.name() + " has sent something else");
            }
            return seconds;
        }
    }

    private static long fetch(Client client, Case each) throws IOException {
        long bytes = 0;
        for (int i = 0; i < each.each(); i++) {
            bytes += client.get(each.file());
        }
        return bytes;
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
