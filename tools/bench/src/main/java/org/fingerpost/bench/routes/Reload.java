package org.fingerpost.bench.routes;

import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.fingerpost.bench.figures.Sample;
import org.fingerpost.bench.world.StateWriter;
import org.fingerpost.bench.world.World;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.redirect.routes.Route;

/** A door with an empty disk that reads everything from Kafka, and is then told of changes. */
final class Reload {
    private static final int CHANGES = 500;
    private static final int WARM_UP = 50;
    private static final long GLANCE_NANOS = 100_000;

    private Reload() {}

    /** Arguments: the door's folder, Kafka's address. */
    public static void main(String[] args) {
        Door door = Door.ready(Path.of(args[0]), args[1]);
        Door.say("ready", Door.sinceStart());
        Door.say("processor", Door.processorTime());
        Door.say("opened", door.opened());
        try (StateWriter writer =
                new StateWriter(args[1], "redirect", 1 + door.replica().commit())) {
            long[] taken = new long[CHANGES];
            for (int i = -WARM_UP; i < CHANGES; i++) {
                long nanos = change(door, writer, i + WARM_UP);
                taken[Math.max(i, 0)] = nanos;
            }
            Sample sample = new Sample(taken);
            Door.say("change-median", sample.percentile(50) / 1e6);
            Door.say("change-p99", sample.percentile(99) / 1e6);
        }
        door.close();
    }

    /** One phone is pinned to another provider's server: nanoseconds until that is its answer. */
    private static long change(Door door, StateWriter writer, int turn) {
        int provider = 1 + turn * 7 % World.PROVIDERS;
        int other = 1 + provider % World.PROVIDERS;
        long mac = World.block(provider, 5);
        long id = World.RANGES + 1L + turn;
        byte[] record = World.range(id, mac, mac, other);
        long start = System.nanoTime();
        writer.commit("range/" + id, record);
        while (!isSentTo(door, new MacAddress(mac), other)) {
            LockSupport.parkNanos(GLANCE_NANOS);
        }
        return System.nanoTime() - start;
    }

    private static boolean isSentTo(Door door, MacAddress mac, int server) {
        return door.book().find(mac) instanceof Route.To(var target) && target.id() == server;
    }
}
