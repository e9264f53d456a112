package org.fingerpost.bench.registry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.fingerpost.bench.figures.Sample;

/** Many clients, each of which registers one range after the other. */
final class Singles {
    private static final int CLIENTS = 32;
    private static final long BLOCK = 0xc074_ad00_0000L;

    private final Api api;
    private final long server;
    private final AtomicInteger drawn = new AtomicInteger();

    Singles(Api api, long server) {
        this.api = api;
        this.server = server;
    }

    /**
     * @param seconds from the first request to the last answer
     * @param nanos of each registration, as its client waited
     */
    record Came(double seconds, Sample nanos) {
        double aSecond() {
            return nanos.values().length / seconds;
        }
    }

    Came register(int count) throws InterruptedException, ExecutionException {
        AtomicInteger left = new AtomicInteger(count);
        long start = System.nanoTime();
        List<Future<List<Long>>> clients = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(threads.submit(() -> client(left)));
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        List<Long> nanos = new ArrayList<>();
        for (Future<List<Long>> client : clients) {
            nanos.addAll(client.get());
        }
        return new Came(seconds, new Sample(nanos.stream().mapToLong(Long::longValue).toArray()));
    }

    private List<Long> client(AtomicInteger left) throws IOException, InterruptedException {
        List<Long> nanos = new ArrayList<>();
        while (left.getAndDecrement() > 0) {
            long first = BLOCK + 16L * drawn.getAndIncrement();
            long start = System.nanoTime();
            api.post(
                    "/api/v1/ranges",
                    Map.of(
                            "first", String.format("%012x", first),
                            "last", String.format("%012x", first + 15),
                            "targetServerId", server));
            nanos.add(System.nanoTime() - start);
        }
        return nanos;
    }
}
